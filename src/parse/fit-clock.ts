import type { FitMessage } from './fit-walk.ts';

const NO_TIME = 0xffff_ffff;
/** A header carries the time modulo 32 s. */
const HEADER_RANGE_S = 32;

/** Time in a message's own field, seconds since 1989-12-31 UTC; null where it has none, or its header carries the time. */
export function ownTimeS(view: DataView, { definition, start, timeOffset }: FitMessage): number | null {
  if (definition.timestampAt === null || timeOffset !== null) return null;
  const timeS = view.getUint32(start + definition.timestampAt, definition.littleEndian);
  return timeS === NO_TIME ? null : timeS;
}

/** Tells the times of the messages of one part in order: a time in a header counts on from the message before. */
export class FitClock {
  readonly #view: DataView;
  #lastS: number | null = null;

  /** @param view over the whole file. */
  constructor(view: DataView) {
    this.#view = view;
  }

  /** Seconds since 1989-12-31 UTC; null where the message has no time. To be asked of every message, whatever its kind. */
  timeOf(message: FitMessage): number | null {
    const timeS = message.timeOffset === null ? ownTimeS(this.#view, message) : this.#fromHeader(message.timeOffset);
    if (timeS !== null) this.#lastS = timeS;
    return timeS;
  }

  #fromHeader(offsetS: number): number | null {
    if (this.#lastS === null) return null;
    return this.#lastS + ((offsetS - (this.#lastS % HEADER_RANGE_S) + HEADER_RANGE_S) % HEADER_RANGE_S);
  }
}
