import { fitCrc } from './fit-crc.ts';
import { FIT_TIMESTAMP_FIELD } from './fit-messages.ts';
import { FIT_TYPE } from './fit-types.ts';
import { type FitDefinition, type FitMessage, nativeDefinition } from './fit-walk.ts';

const HEADER_BYTES = 14;
const CRC_BYTES = 2;
const NO_TIME = 0xffff_ffff;

/** The definition with a timestamp field in front. */
function withTimestamp(definition: Uint8Array): Uint8Array {
  const longer = new Uint8Array(definition.length + 3);
  longer.set(definition.subarray(0, 6));
  longer[5] = (definition[5] ?? 0) + 1;
  longer.set([FIT_TIMESTAMP_FIELD, 4, FIT_TYPE.uint32], 6);
  longer.set(definition.subarray(6), 9);
  return longer;
}

/**
 * Writes chosen messages of a FIT part anew as one small sound file with its own header, definitions and checksum, for a
 * decoder that takes no others. Times in headers become fields; fields of apps are left out, because the decoder knows them
 * by name alone and would put one called `sport` in the place of the watch's own.
 */
export class FitExtract {
  readonly #source: Uint8Array;
  readonly #chunks: Uint8Array[] = [];
  readonly #written: { readonly definition: FitDefinition; readonly isTimed: boolean }[] = [];

  /** @param source the whole file, into which the messages point. */
  constructor(source: Uint8Array) {
    this.#source = source;
  }

  /** Writes a message. @param timeS its time where it stands in the header, seconds since 1989-12-31 UTC. */
  write({ definition, local, start, end, timeOffset }: FitMessage, timeS: number | null): void {
    const isTimed = timeOffset !== null;
    const last = this.#written[local];
    if (last?.definition !== definition || last.isTimed !== isTimed) {
      const native = nativeDefinition(definition);
      this.#chunks.push(isTimed && definition.timestampAt !== 0 ? withTimestamp(native) : native);
      this.#written[local] = { definition, isTimed };
    }
    const head = new Uint8Array(isTimed ? 5 : 1);
    head[0] = local;
    if (isTimed) new DataView(head.buffer).setUint32(1, timeS ?? NO_TIME, definition.littleEndian);
    this.#chunks.push(head, this.#source.subarray(start, end - definition.developerSize));
  }

  /** The file; nothing can be written afterwards. */
  finish(): Uint8Array<ArrayBuffer> {
    const size = this.#chunks.reduce((sum, { length }) => sum + length, 0);
    const file = new Uint8Array(HEADER_BYTES + size + CRC_BYTES);
    const view = new DataView(file.buffer);
    file.set([HEADER_BYTES, 0x20, 0, 0, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54]);
    view.setUint32(4, size, true);
    view.setUint16(12, fitCrc(file, 0, 12), true);
    let at = HEADER_BYTES;
    for (const chunk of this.#chunks) {
      file.set(chunk, at);
      at += chunk.length;
    }
    view.setUint16(at, fitCrc(file, 0, at), true);
    return file;
  }
}
