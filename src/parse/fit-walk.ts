import { FIT_TIMESTAMP_FIELD } from './fit-messages.ts';
import { FIT_TYPE, holdsWholeValues } from './fit-types.ts';

/** A view over a whole file, so that offsets are those of its bytes. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** A definition message: how the data messages of its local number are laid out. */
export interface FitDefinition {
  readonly bytes: Uint8Array;
  /** The message kind, as in the FIT profile. */
  readonly global: number;
  readonly littleEndian: boolean;
  /** Fields of one data message, those of apps counted. */
  readonly fields: number;
  /** Bytes of one data message without its header byte. */
  readonly size: number;
  /** How many of these, at the end, are fields of apps. */
  readonly developerSize: number;
  /** Byte offset of the timestamp in a data message behind its header; null where it has none. */
  readonly timestampAt: number | null;
  /** Whether the fields have types of FIT and sizes that fit them; nonsense rarely looks so. */
  readonly isPlausible: boolean;
}

/** Definitions by their local number. */
export type FitDefinitions = readonly (FitDefinition | undefined)[];

/** A data message as met while walking: the walk changes it for the next one, so nothing may keep it. */
export interface FitMessage {
  readonly definition: FitDefinition;
  readonly local: number;
  /** Offset of the first byte behind the header. */
  readonly start: number;
  /** Offset behind the last byte. */
  readonly end: number;
  /** The five low bits of the time where the header carries them, else null. */
  readonly timeOffset: number | null;
}

/** A field of a definition. */
export interface FitField {
  readonly number: number;
  readonly size: number;
  /** Its base type; for a field of an app, the app's index. */
  readonly typeOrApp: number;
  /** Byte offset in a data message behind its header. */
  readonly at: number;
}

/** Where a walk ended and why: at the end, inside a message, at bytes that are no message, or because it was told to. */
export interface WalkEnd {
  readonly at: number;
  readonly reason: 'end' | 'cut' | 'damaged' | 'stopped';
}

const COMPRESSED = 0x80;
const DEFINITION = 0x40;
const DEVELOPER_DATA = 0x20;
const RESERVED_IN_DATA = 0x30;
const DEFINITION_HEAD_BYTES = 6;
const FIELD_BYTES = 3;
const TIMESTAMP_BYTES = 4;
/** Of so many fields one may be odd before a definition is no more believed: a single damaged byte, not a string of nonsense. */
const FIELDS_WITH_ONE_ODD = 3;

/** Reads the definition message at `at`; a word where it does not end before `end`, or is none. */
function readDefinition(bytes: Uint8Array, at: number, end: number): FitDefinition | 'cut' | 'damaged' {
  if (at + DEFINITION_HEAD_BYTES > end) return 'cut';
  const [header = 0, , architecture = 0, low = 0, high = 0, fields = 0] = bytes.subarray(
    at,
    at + DEFINITION_HEAD_BYTES,
  );
  if (architecture > 1) return 'damaged';
  let next = at + DEFINITION_HEAD_BYTES;
  let size = 0;
  let developerFields = 0;
  let timestampAt: number | null = null;
  let odd = bytes[at + 1] === 0 ? 0 : 1;
  const littleEndian = architecture === 0;
  const addFields = (count: number, native: boolean): boolean => {
    if (next + count * FIELD_BYTES > end) return false;
    for (let i = 0; i < count; i += 1, next += FIELD_BYTES) {
      const [fieldSize, type] = [bytes[next + 1] ?? 0, bytes[next + 2] ?? 0];
      const isTimestamp =
        bytes[next] === FIT_TIMESTAMP_FIELD && fieldSize === TIMESTAMP_BYTES && type === FIT_TYPE.uint32;
      if (native && isTimestamp) timestampAt ??= size;
      if (native ? !holdsWholeValues(fieldSize, type) : fieldSize === 0) odd += 1;
      size += fieldSize;
    }
    return true;
  };
  if (!addFields(fields, true)) return 'cut';
  const nativeSize = size;
  if (header & DEVELOPER_DATA) {
    developerFields = bytes[next] ?? 0;
    next += 1;
    if (next > end || !addFields(developerFields, false)) return 'cut';
  }
  const isPlausible = fields > 0 && odd <= (fields >= FIELDS_WITH_ONE_ODD ? 1 : 0);
  const global = littleEndian ? low + high * 256 : low * 256 + high;
  return {
    ...{ bytes: bytes.subarray(at, next), global, littleEndian, isPlausible },
    ...{ fields: fields + developerFields, size, developerSize: size - nativeSize, timestampAt },
  };
}

/** The definition message without the fields of apps. */
export function nativeDefinition({ bytes }: FitDefinition): Uint8Array {
  // Not `slice`: where the file came as a Node buffer, that would be a view into it.
  const native = Uint8Array.from(bytes.subarray(0, DEFINITION_HEAD_BYTES + (bytes[5] ?? 0) * FIELD_BYTES));
  native[0] = (native[0] ?? 0) & ~DEVELOPER_DATA;
  return native;
}

/** The fields of a definition in order: the profile's, and behind them those of apps. */
export function fitFields({ bytes }: FitDefinition): {
  readonly native: readonly FitField[];
  readonly developer: readonly FitField[];
} {
  let offset = 0;
  const fieldsFrom = (from: number, count: number): FitField[] =>
    Array.from({ length: count }, (_, i) => {
      const [number = 0, size = 0, typeOrApp = 0] = bytes.subarray(
        from + i * FIELD_BYTES,
        from + (i + 1) * FIELD_BYTES,
      );
      const at = offset;
      offset += size;
      return { number, size, typeOrApp, at };
    });
  const native = fieldsFrom(DEFINITION_HEAD_BYTES, bytes[5] ?? 0);
  const nativeEnd = DEFINITION_HEAD_BYTES + native.length * FIELD_BYTES;
  return { native, developer: fieldsFrom(nativeEnd + 1, bytes[nativeEnd] ?? 0) };
}

/**
 * Walks the messages of one FIT part by headers and definitions alone, whatever they hold.
 *
 * @param bytes the whole file.
 * @param start offset of the first message.
 * @param end offset behind the last byte that may belong to a message.
 * @param visit called for each whole data message, in order; `false` stops the walk behind that message.
 * @param how.definitions those in force at the start, by local number; gets those met on the way.
 * @param how.isStrict ends the walk as damaged at a definition that is not plausible.
 */
export function walkFit(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (message: FitMessage) => unknown,
  { definitions = [], isStrict = false }: { definitions?: (FitDefinition | undefined)[]; isStrict?: boolean } = {},
): WalkEnd {
  // One object for all messages: a file may hold hundreds of thousands.
  let message: { -readonly [Key in keyof FitMessage]: FitMessage[Key] } | null = null;
  let at = start;
  while (at < end) {
    const header = bytes[at] ?? 0;
    const compressed = (header & COMPRESSED) !== 0;
    if (!compressed && header & DEFINITION) {
      const definition = readDefinition(bytes, at, end);
      if (typeof definition === 'string') return { at, reason: definition };
      if (isStrict && !definition.isPlausible) return { at, reason: 'damaged' };
      definitions[header & 0x0f] = definition;
      at += definition.bytes.length;
      continue;
    }
    if (!compressed && header & RESERVED_IN_DATA) return { at, reason: 'damaged' };
    const local = compressed ? (header >> 5) & 0x03 : header & 0x0f;
    const definition = definitions[local];
    if (!definition) return { at, reason: 'damaged' };
    // A leading timestamp field is not on the wire where the header carries the time.
    const absent = compressed && definition.timestampAt === 0 ? TIMESTAMP_BYTES : 0;
    const messageEnd = at + 1 + definition.size - absent;
    if (messageEnd > end) return { at, reason: 'cut' };
    const timeOffset = compressed ? header & 0x1f : null;
    if (message) {
      message.definition = definition;
      message.local = local;
      message.start = at + 1;
      message.end = messageEnd;
      message.timeOffset = timeOffset;
    } else message = { definition, local, start: at + 1, end: messageEnd, timeOffset };
    const goesOn = visit(message);
    at = messageEnd;
    if (goesOn === false) return { at, reason: 'stopped' };
  }
  return { at, reason: 'end' };
}
