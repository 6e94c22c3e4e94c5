import type { Warning } from './activity.ts';

/** Sentences of the warnings that reading can give, by code. */
const SENTENCES = {
  'cut-short': 'The file ends in the middle: the part that is there was read.',
  'checksum-wrong': 'The checksum does not fit, so single numbers in this file may be wrong.',
  'damaged-part': 'A part of the file is damaged and was left out.',
  'decoded-leniently': 'The file breaks rules of its format; what could be read was read.',
  'trailing-bytes': 'Behind the recording stand bytes that are not part of it; they were left out.',
  'repeated-part': 'The file holds the same activity more than once; it was taken once.',
  'points-without-time': 'Some points have no time and were left out.',
  'implausible-times': 'Some points have a time far away from all others and were left out.',
  'sport-assumed': 'The file does not say which sport it is. By its speed it looks like a run, so it was taken as one.',
  'other-sports-left-out': 'The file holds other sports too; only the running was taken.',
  'time-zone-assumed': 'Times in this file name no time zone; they were taken as UTC.',
  'xml-damaged': 'The file breaks rules of XML; what could be read was read.',
  'encoding-assumed': 'The file names a text encoding that is unknown here; it was read as UTF-8.',
} as const;

/** Codes of the warnings that reading can give. */
export type ParseWarningCode = keyof typeof SENTENCES;

/** Collects warnings while reading; each code once, counted. */
export class Warnings {
  readonly #counts = new Map<ParseWarningCode, number>();

  /** Notes that something happened; a count of 0 notes nothing. */
  add(code: ParseWarningCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  /** All that was noted, in the order of first notice. */
  list(): Warning[] {
    return [...this.#counts].map(([code, count]) => ({ code, message: SENTENCES[code], count }));
  }
}
