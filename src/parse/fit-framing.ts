import { ok, type Result } from '../result.ts';
import { fitCrc } from './fit-crc.ts';
import { FIT_MESSAGE, READ_FIT_MESSAGES } from './fit-messages.ts';
import { type SoundStretch, soundPart } from './fit-sound.ts';
import { viewOf } from './fit-walk.ts';
import { MAX_FIT_PARTS, MAX_FIT_VALUES, MAX_OTHER_MESSAGES, MAX_SAMPLES } from './limits.ts';
import type { ParseError } from './parse-error.ts';
import { refuse, refuseTooManySamples } from './refuse.ts';
import type { Warnings } from './warnings.ts';

const CRC_BYTES = 2;
const SHORT_HEADER = 12;
const LONG_HEADER = 14;
const SIGNATURE = [0x2e, 0x46, 0x49, 0x54];

const hasSignature = (bytes: Uint8Array, header: number): boolean =>
  SIGNATURE.every((byte, i) => bytes[header + 8 + i] === byte);

const isHeader = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] === SHORT_HEADER || bytes[at] === LONG_HEADER) && hasSignature(bytes, at);

function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x2e, from + 8); at >= 0; at = bytes.indexOf(0x2e, at + 1)) {
    if (isHeader(bytes, at - 8)) return at - 8;
  }
  return -1;
}

/** Where the messages of a part stand, where to look for the next part, and whether the checksum says that all is right. */
interface Frame {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly isSound: boolean;
}

/** Finds the messages of the part at `at`. */
function frame(bytes: Uint8Array, at: number, crcBudget: { bytes: number }, warnings: Warnings): Frame {
  // Behind a short header stands a definition; a wrong size byte is mended by that.
  const long = bytes[at] === LONG_HEADER || (bytes[at] !== SHORT_HEADER && ((bytes[at + 12] ?? 0) & 0xf0) !== 0x40);
  const start = at + (long ? LONG_HEADER : SHORT_HEADER);
  const declared = viewOf(bytes).getUint32(at + 4, true);
  const end = start + declared;
  const behind = end + CRC_BYTES;
  if (declared > 0 && behind <= bytes.length) {
    const stored = (bytes[end] ?? 0) + (bytes[end + 1] ?? 0) * 256;
    // Headers that overlap on purpose would have the same bytes summed again and again.
    crcBudget.bytes -= end - at;
    const sound = crcBudget.bytes >= 0 && stored === fitCrc(bytes, at, end);
    if (sound || behind === bytes.length || isHeader(bytes, behind)) {
      if (!sound) warnings.add('checksum-wrong');
      return { start, end, next: behind, isSound: sound };
    }
    warnings.add('checksum-wrong');
  } else {
    warnings.add('cut-short');
  }
  const following = nextHeader(bytes, start);
  return following < 0
    ? { start, end: bytes.length, next: bytes.length, isSound: false }
    : { start, end: following - CRC_BYTES, next: following, isSound: false };
}

/**
 * Walks a FIT file before it is decoded: finds the recordings that it may hold one behind the other, the last whole message
 * of a cut one, mends headers, and bounds the work.
 *
 * @param bytes the whole file, told to be FIT.
 * @param warnings gets what is wrong with the file.
 * @returns for each recording the sound stretches of its messages; else `too-large`.
 */
export function frameFit(
  bytes: Uint8Array,
  warnings: Warnings,
): Result<readonly (readonly SoundStretch[])[], ParseError> {
  const parts: (readonly SoundStretch[])[] = [];
  let records = 0;
  let others = 0;
  let values = 0;
  const crcBudget = { bytes: bytes.length * 2 };
  let count = 0;
  for (let at = 0; at + SHORT_HEADER <= bytes.length; count += 1) {
    if (count >= MAX_FIT_PARTS || (at > 0 && !isHeader(bytes, at))) {
      warnings.add('trailing-bytes', bytes.length - at);
      break;
    }
    const framed = frame(bytes, at, crcBudget, warnings);
    const sound = soundPart(bytes, framed, ({ definition: { global, fields } }) => {
      if (!READ_FIT_MESSAGES.has(global)) return;
      values += fields;
      if (global === FIT_MESSAGE.record) records += 1;
      else others += 1;
    });
    if (records > MAX_SAMPLES) return refuseTooManySamples();
    if (values > MAX_FIT_VALUES) {
      return refuse(
        'too-large',
        `The file holds ${values} numbers; at most ${MAX_FIT_VALUES} are read. Export the single run again.`,
      );
    }
    if (others > MAX_OTHER_MESSAGES) {
      return refuse(
        'too-large',
        `The file holds ${others} laps and events; at most ${MAX_OTHER_MESSAGES} are read. Export the single run again.`,
      );
    }
    const isCutOff = framed.end === bytes.length && sound.tail.isCut;
    warnings.add('damaged-part', sound.lostBytes + (isCutOff ? 0 : sound.tail.bytes));
    warnings.add('time-lost', sound.lostS);
    parts.push(sound.stretches);
    at = framed.next;
  }
  return ok(parts);
}
