/** How a reading is kept: its columns packed, the rest as structured clone has it. Not meant for another program; the engine version guards it. */
import { deserialize, serialize } from 'node:v8';
import { brotliDecompressSync, crc32, inflateSync } from 'node:zlib';
import type { Reading, Track } from '#core';
import { type PackedColumn, packColumn, unpackColumn } from './column-codec.ts';

/** First byte of what is packed here. Older readings were packed by brotli, and before that by deflate, whose first byte is another. */
const MARK = 2;
const BROTLI_MARK = 1;
/** The mark, the CRC-32 of what is packed, and that. */
const HEAD_BYTES = 5;
/** Bytes that older readings are unpacked in at a time: fewer buffers than by node's own choice. */
const CHUNK_BYTES = 1 << 18;

/** Columns of a track by their names, null in their places; all else of it is kept as it is. */
interface Packed extends Omit<Reading, 'track'> {
  readonly track: { -readonly [Name in keyof Track]?: unknown };
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** Packs a reading. */
export function encodeReading(reading: Reading): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(reading.track);
  const isColumn = ([, value]: readonly [string, unknown]): boolean => value instanceof Float64Array;
  const kept: Packed = {
    ...reading,
    track: Object.fromEntries(entries.map((entry) => (isColumn(entry) ? [entry[0], null] : entry))),
    columns: Object.fromEntries(entries.filter(isColumn).map(([name, column]) => [name, packColumn(column)])),
  };
  const packed = serialize(kept);
  // Off node's shared pool, so that the buffer can be handed to another thread.
  const encoded = new Uint8Array(HEAD_BYTES + packed.byteLength);
  encoded[0] = MARK;
  new DataView(encoded.buffer).setUint32(1, crc32(packed));
  encoded.set(packed, HEAD_BYTES);
  return encoded;
}

/** Unpacks what {@link encodeReading} packed. Throws on damaged bytes. */
export function decodeReading(encoded: Uint8Array): Reading {
  const mark = encoded[0];
  if (mark === MARK) return unpack(deserialize(sound(encoded)));
  const bytes =
    mark === BROTLI_MARK ? brotliDecompressSync(sound(encoded)) : inflateSync(encoded, { chunkSize: CHUNK_BYTES });
  return deserialize(bytes) as Reading;
}

/**
 * Fills the columns into the track itself. To spread both into a new one would give each track a shape of its own, by which
 * everything that reads of many tracks becomes slow.
 */
function unpack({ columns, track, run, deviceTotals, appFields, segments, facts, warnings }: Packed): Reading {
  for (const [name, column] of Object.entries(columns)) track[name as keyof Track] = unpackColumn(column);
  // `encodeReading` took these columns out of this track.
  return { run, deviceTotals, appFields, track: track as Track, segments, facts, warnings };
}

function sound(encoded: Uint8Array): Uint8Array {
  const packed = encoded.subarray(HEAD_BYTES);
  const told = new DataView(encoded.buffer, encoded.byteOffset).getUint32(1);
  if (crc32(packed) !== told) throw new Error('a stored reading is damaged');
  return packed;
}
