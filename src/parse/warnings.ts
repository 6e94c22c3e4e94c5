import type { Warning } from './activity.ts';

/** Sentences of the warnings that reading can give, by code; `count` is how many of the thing named. */
const SENTENCES = {
  'cut-short': () =>
    'The file ends in the middle: the part that is there was read. If the watch still holds the run, copy it again.',
  'checksum-wrong': () =>
    'The checksum does not fit, so single numbers in this file may be wrong. If the watch still holds the run, copy it again.',
  'damaged-part': (bytes) => `${bytes} bytes of the file are damaged and were left out.`,
  'time-lost': (seconds) => `In the damaged part of the file ${seconds} seconds of the run are missing.`,
  'trailing-bytes': (bytes) => `Behind the recording stand ${bytes} bytes that are not part of it; they were left out.`,
  'repeated-part': () => 'The file holds the same activity more than once; it was taken once.',
  'points-without-time': (points) => `${points} points have no time and were left out.`,
  'implausible-times': (points) => `${points} points have a time far away from all others and were left out.`,
  'date-doubtful': () =>
    "The watch's clock was not set: the date of this run is wrong, and so is the week that it counts in. Let the watch find satellites before a run.",
  'cadence-of-app': () => 'The watch recorded no cadence of its own; the one of an app or footpod on it was taken.',
  'way-of-app': () => 'The watch recorded no way of its own; the one of an app, footpod or treadmill was taken.',
  'way-by-lap': () =>
    'The points of this file tell no way, only its laps do: the speed is taken as even within each, so changes of pace are not seen.',
  'virtual-places': () =>
    'This was a virtual run: its places and hills are those of the picture and were left out. The treadmill is taken for flat.',
  'sport-assumed': () =>
    'The file names no sport. By its speed or cadence it looks like a run, so it was taken as one. If it was none, delete it here.',
  'sport-told': () => 'The file itself does not say that this is a run; you did.',
  'other-sports-left-out': () => 'The file holds other sports too; only the running was taken.',
  'one-of-several': (runs) => `The file holds ${runs} runs; each is a run of its own here.`,
  'time-zone-assumed': () => 'Times in this file name no time zone; they were taken as UTC.',
  'xml-damaged': () => 'The file breaks rules of XML; what could be read was read.',
  'encoding-assumed': () => 'The file names a text encoding that is unknown here; it was read as UTF-8.',
} as const satisfies Readonly<Record<string, (count: number) => string>>;

/** Codes of the warnings that reading can give. */
export type ParseWarningCode = keyof typeof SENTENCES;

const DAMAGE: readonly ParseWarningCode[] = ['cut-short', 'checksum-wrong', 'damaged-part'];

/** Collects warnings while reading; each code once, counted. */
export class Warnings {
  readonly #counts = new Map<ParseWarningCode, number>();

  /** These warnings and those that follow here; what follows does not come back to these. */
  fork(): Warnings {
    const fork = new Warnings();
    for (const [code, count] of this.#counts) fork.add(code, count);
    return fork;
  }

  /** Notes that something happened; a count of 0 notes nothing. */
  add(code: ParseWarningCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  /** Whether bytes of the file are damaged or missing. */
  get tellDamage(): boolean {
    return DAMAGE.some((code) => this.#counts.has(code));
  }

  /** All that was noted, in the order of first notice. */
  list(): Warning[] {
    return [...this.#counts].map(([code, count]) => ({ code, message: SENTENCES[code](count), count }));
  }
}
