import { fitCrc } from './fit-crc.ts';
import type { RenamedDescription } from './fit-developer-fields.ts';
import { FIT_TIMESTAMP_FIELD } from './fit-messages.ts';
import type { FitDefinition, FitMessage } from './fit-walk.ts';

/** Data messages of one piece; bounds what the decoder holds at a time. */
const PIECE_MESSAGES = 20_000;
const HEADER_BYTES = 14;
const CRC_BYTES = 2;
const UINT32 = 0x86;
const NO_TIME = 0xffff_ffff;
/** The header carries the time modulo 32 s. */
const TIME_OFFSET_RANGE_S = 32;

/** Seconds since 1989-12-31 of a data message, null where it has none. */
function timestampOf(bytes: Uint8Array, { definition, start }: FitMessage): number | null {
  if (definition.timestampAt === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start + definition.timestampAt, 4);
  const time = view.getUint32(0, definition.littleEndian);
  return time === NO_TIME ? null : time;
}

/** The definition with a timestamp field in front, for messages that carry their time in the header. */
function withTimestamp(definition: FitDefinition): Uint8Array {
  if (definition.timestampAt === 0) return definition.bytes;
  const { bytes } = definition;
  const longer = new Uint8Array(bytes.length + 3);
  longer.set(bytes.subarray(0, 6));
  longer[5] = (bytes[5] ?? 0) + 1;
  longer.set([FIT_TIMESTAMP_FIELD, 4, UINT32], 6);
  longer.set(bytes.subarray(6), 9);
  return longer;
}

/**
 * Writes chosen messages of a FIT part anew as small sound files, each with its own header, definitions, field
 * descriptions and checksum, so that a decoder reads any length in bounded memory. Times in headers become fields.
 */
export class FitPieces {
  readonly #source: Uint8Array;
  readonly #done: Uint8Array[] = [];
  readonly #descriptions = new Map<string, { message: FitMessage; body: Uint8Array }>();
  #buffer = new Uint8Array(1 << 16);
  #length = HEADER_BYTES;
  #messages = 0;
  #written: (FitDefinition | Uint8Array | undefined)[] = [];
  #lastTime: number | null = null;
  readonly #timed = new Map<FitDefinition, Uint8Array>();

  /** @param source the whole file, into which the messages point. */
  constructor(source: Uint8Array) {
    this.#source = source;
  }

  /** Takes note of the time of a message that is not written, because later headers count from it. */
  skip(message: FitMessage): void {
    const time = message.timeOffset === null ? timestampOf(this.#source, message) : this.#timeFromHeader(message);
    if (time !== null) this.#lastTime = time;
  }

  /** Writes a message, with another body where given. */
  write(message: FitMessage, body = this.#source.subarray(message.start, message.end)): void {
    if (this.#messages >= PIECE_MESSAGES) this.#close();
    this.skip(message);
    this.#put(message, body);
    this.#messages += 1;
  }

  /** Writes a field description in the place of a message, and again at the start of each further piece. */
  describe({ key, definition, body }: RenamedDescription, message: FitMessage): void {
    const description = { ...message, definition, timeOffset: null };
    this.write(description, body);
    this.#descriptions.set(key, { message: description, body });
  }

  /** All pieces; nothing can be written afterwards. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    if (this.#messages > 0) this.#close();
    return this.#done as Uint8Array<ArrayBuffer>[];
  }

  #timeFromHeader({ timeOffset }: FitMessage): number | null {
    if (this.#lastTime === null || timeOffset === null) return null;
    const passed = (timeOffset - (this.#lastTime % TIME_OFFSET_RANGE_S) + TIME_OFFSET_RANGE_S) % TIME_OFFSET_RANGE_S;
    return this.#lastTime + passed;
  }

  #put({ definition, local, timeOffset }: FitMessage, body: Uint8Array): void {
    if (timeOffset === null) {
      if (this.#written[local] !== definition) this.#append(definition.bytes, local);
      this.#written[local] = definition;
      this.#append([local]);
    } else {
      const timed = this.#timed.get(definition) ?? withTimestamp(definition);
      this.#timed.set(definition, timed);
      if (this.#written[local] !== timed) this.#append(timed, local);
      this.#written[local] = timed;
      const time = new DataView(new ArrayBuffer(4));
      time.setUint32(0, this.#lastTime ?? NO_TIME, definition.littleEndian);
      this.#append([local]);
      this.#append(new Uint8Array(time.buffer));
    }
    this.#append(body);
  }

  #append(bytes: Uint8Array | readonly number[], definitionLocal?: number): void {
    const end = this.#length + bytes.length;
    if (end + CRC_BYTES > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#buffer.length * 2, end + CRC_BYTES));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    if (definitionLocal !== undefined) this.#buffer[this.#length] = ((bytes[0] ?? 0) & 0xf0) | definitionLocal;
    this.#length = end;
  }

  #close(): void {
    const bytes = this.#buffer;
    const view = new DataView(bytes.buffer);
    bytes.set([HEADER_BYTES, 0x20, 0, 0, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54]);
    view.setUint32(4, this.#length - HEADER_BYTES, true);
    view.setUint16(12, fitCrc(bytes, 0, 12), true);
    view.setUint16(this.#length, fitCrc(bytes, 0, this.#length), true);
    this.#done.push(bytes.slice(0, this.#length + CRC_BYTES));
    this.#length = HEADER_BYTES;
    this.#messages = 0;
    this.#written = [];
    for (const { message, body } of this.#descriptions.values()) this.#put(message, body);
  }
}
