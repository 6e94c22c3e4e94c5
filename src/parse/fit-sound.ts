import { ownTimeS } from './fit-clock.ts';
import { FIT_MESSAGE } from './fit-messages.ts';
import { type FitDefinition, type FitDefinitions, type FitMessage, viewOf, walkFit } from './fit-walk.ts';

/**
 * What of a FIT part is sound. Where its checksum is wrong, the walk ends at the first bytes that are no message, at a definition
 * that is nonsense, or at a time that cannot be; it goes back to the last message that can be believed, and on behind the damage
 * only where several messages in a row prove themselves by times that rise from there. What cannot be proven ends the file.
 */

const S_PER_DAY = 86_400;
/** Two records next to each other further apart than this in time, back or forth, are not believed beside damage. Assumption. */
const BELIEVABLE_STEP_S = S_PER_DAY;
/** Longest step between records that prove a way on. Assumption: smart recording writes a point every minute or more often. */
const PROOF_STEP_S = 3600;
/** Records in a row that prove a way on: four random times rise in such steps once in 10^20. */
const PROOF_RECORDS = 4;
/** So many messages with a time do where they end just where the part does: a lap and session behind the last record. */
const PROOF_AT_END = 2;
/** Messages looked at for a proof; records stand closer together. Assumption. */
const PROOF_MESSAGES = 40;
/** FIT counts from 1989-12-31; earlier than 1998 it counts from the switching on. Nothing known before must be later. */
const FIRST_DATE_S = 0x1000_0000;
const HEADER_BYTES = 1;
const CRC_BYTES = 2;
/** How often each byte may be looked at in all, so that a hostile file cannot send the walk back again and again. Assumption. */
const LOOKS_PER_BYTE = 8;

/** Messages from `start` to `end` with the definitions in force where they begin. */
export interface SoundStretch {
  readonly start: number;
  readonly end: number;
  readonly definitions: FitDefinitions;
}

/** The sound stretches of a part, and what is lost between and behind them. */
export interface SoundPart {
  readonly stretches: readonly SoundStretch[];
  readonly lostBytes: number;
  /** Between the last time before each damage and the first behind it; what is lost at the end is not known. */
  readonly lostS: number;
  /** Bytes behind the last sound message that belong to none, and whether they are the start of one that was cut. */
  readonly tail: { readonly bytes: number; readonly isCut: boolean };
}

/** Whether a header that carries the time belongs to messages that have a time of their own as well, which no device writes. */
const hasTwoTimes = ({ definition, timeOffset }: FitMessage): boolean =>
  timeOffset !== null && definition.timestampAt !== null;

/** Where the believable messages of a walk end: a message is believed once one with a believable time stands behind it,
 * because damage may begin in the middle of the last one. */
class Trail {
  /** Offset behind the last message that is believed. */
  end: number;
  /** Time of the last record that is believed; null before the first. */
  timeS: number | null;
  /** Whether all messages met so far can be. */
  believes = true;
  readonly #view: DataView;
  #lastS: number | null;

  constructor(view: DataView, start: number, timeS: number | null) {
    this.#view = view;
    this.end = start;
    this.timeS = timeS;
    this.#lastS = timeS;
  }

  note(message: FitMessage): void {
    const time = ownTimeS(this.#view, message);
    const isFar = time !== null && this.#lastS !== null && Math.abs(time - this.#lastS) > BELIEVABLE_STEP_S;
    if (isFar || hasTwoTimes(message)) this.believes = false;
    if (!this.believes || time === null) return;
    this.end = message.start - HEADER_BYTES;
    this.timeS = this.#lastS;
    if (message.definition.global === FIT_MESSAGE.record) this.#lastS = time;
  }
}

/** Bytes of the header, reserved byte and architecture of what may be a message at `at`: quick, because asked at each byte. */
function mayBeMessage(bytes: Uint8Array, at: number, definitions: FitDefinitions): boolean {
  const header = bytes[at] ?? 0;
  if (header >= 0x80) return false;
  if (header & 0x40) return bytes[at + 1] === 0 && (bytes[at + 2] ?? 2) <= 1;
  return (header & 0x30) === 0 && definitions[header & 0x0f] !== undefined;
}

/** The time of the first message at `at` if what follows there proves itself, else null; counts the messages looked at. */
function provenTime(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
  before: { readonly definitions: FitDefinitions; readonly timeS: number | null },
  looks: { left: number },
): number | null {
  let firstS: number | null = null;
  let lastS = before.timeS;
  let records = 0;
  let timed = 0;
  let messages = 0;
  let isSound = true;
  const walked = walkFit(
    bytes,
    at,
    end,
    (message) => {
      messages += 1;
      const { definition } = message;
      const time = ownTimeS(view, message);
      if (hasTwoTimes(message) || (firstS === null && time === null)) isSound = false;
      if (time !== null) {
        const longest = firstS === null ? BELIEVABLE_STEP_S : PROOF_STEP_S;
        if (lastS === null ? time < FIRST_DATE_S : time < lastS || time - lastS > longest) isSound = false;
        firstS ??= time;
        lastS = time;
        timed += 1;
        if (definition.global === FIT_MESSAGE.record) records += 1;
      }
      return isSound && records < PROOF_RECORDS && messages < PROOF_MESSAGES;
    },
    { definitions: [...before.definitions], isStrict: true },
  );
  looks.left -= 1 + messages;
  if (!isSound) return null;
  const isProven = records >= PROOF_RECORDS || (walked.reason === 'end' && timed >= PROOF_AT_END);
  return isProven ? firstS : null;
}

/**
 * Walks a FIT part and finds its sound stretches.
 *
 * @param part.start offset of the first message.
 * @param part.end offset behind the last byte that may belong to a message.
 * @param part.isSound the checksum is right: whatever is odd in it was written so.
 * @param visit called for each whole data message, also for some that turn out not to be sound.
 */
export function soundPart(
  bytes: Uint8Array,
  { start, end, isSound }: { readonly start: number; readonly end: number; readonly isSound: boolean },
  visit: (message: FitMessage) => void,
): SoundPart {
  const view = viewOf(bytes);
  const stretches: SoundStretch[] = [];
  const looks = { left: (end - start) * LOOKS_PER_BYTE };
  let [lostBytes, lostS] = [0, 0];
  let from = start;
  let timeS: number | null = null;
  let definitions: FitDefinitions = [];
  for (;;) {
    const trail: Trail = new Trail(view, from, timeS);
    const walked = walkFit(
      bytes,
      from,
      end,
      (message) => {
        visit(message);
        trail.note(message);
        return isSound || trail.believes;
      },
      { definitions: [...definitions], isStrict: !isSound },
    );
    looks.left -= walked.at - from;
    // Where the size in the header is wrong, the checksum stands behind the last message.
    if (walked.reason === 'end' || (trail.believes && end - walked.at <= CRC_BYTES)) {
      stretches.push({ start: from, end: walked.at, definitions });
      return { stretches, lostBytes, lostS, tail: { bytes: 0, isCut: false } };
    }
    const known: (FitDefinition | undefined)[] = [...definitions];
    walkFit(bytes, from, trail.end, () => true, { definitions: known });
    timeS = trail.timeS;
    let next = trail.end + 1;
    let nextS: number | null = null;
    for (; next < end && looks.left > 0; next += 1) {
      looks.left -= 1;
      if (!mayBeMessage(bytes, next, known)) continue;
      nextS = provenTime(bytes, view, next, end, { definitions: known, timeS }, looks);
      if (nextS !== null) break;
    }
    // A file that just ends in the middle of a message lost nothing before it.
    const isCut = nextS === null && walked.reason === 'cut' && trail.believes;
    const soundEnd = isCut ? walked.at : trail.end;
    if (soundEnd > from) stretches.push({ start: from, end: soundEnd, definitions });
    if (nextS === null) return { stretches, lostBytes, lostS, tail: { bytes: end - soundEnd, isCut } };
    lostBytes += next - trail.end;
    lostS += timeS === null ? 0 : nextS - timeS;
    from = next;
    definitions = known;
  }
}
