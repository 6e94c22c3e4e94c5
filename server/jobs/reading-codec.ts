/** How a reading is kept: structured clone bytes, compressed. Not meant for another program; the engine version guards it. */
import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants, crc32, inflateSync } from 'node:zlib';
import type { Reading } from '#core';

/** First byte of what is packed here. Older readings were packed by deflate, whose first byte is another. */
const MARK = 1;
/** The mark, the CRC-32 of what is packed, and that. */
const HEAD_BYTES = 5;

/** As small as deflate packs them, at less than half the time; higher qualities gain little. Measured. */
const QUALITY = 1;
/** Base-2 logarithm of how far back is looked, bytes: about one reading. */
const WINDOW = 18;
/** Bytes that are packed or unpacked at a time: fewer buffers than by node's own choice. */
const CHUNK_BYTES = 1 << 18;

/** Packs a reading. */
export function encodeReading(reading: Reading): Uint8Array<ArrayBuffer> {
  const bytes = serialize(reading);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: QUALITY,
    [BROTLI_PARAM_LGWIN]: WINDOW,
    [BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  const packed = brotliCompressSync(bytes, { params, chunkSize: CHUNK_BYTES });
  // Off node's shared pool, so that the buffer can be handed to another thread.
  const encoded = new Uint8Array(HEAD_BYTES + packed.byteLength);
  encoded[0] = MARK;
  new DataView(encoded.buffer).setUint32(1, crc32(packed));
  encoded.set(packed, HEAD_BYTES);
  return encoded;
}

/** Unpacks what {@link encodeReading} packed. Throws on damaged bytes. */
export function decodeReading(encoded: Uint8Array): Reading {
  const bytes = encoded[0] === MARK ? unpack(encoded) : inflateSync(encoded, { chunkSize: CHUNK_BYTES });
  return deserialize(bytes) as Reading;
}

function unpack(encoded: Uint8Array): Uint8Array {
  const packed = encoded.subarray(HEAD_BYTES);
  const told = new DataView(encoded.buffer, encoded.byteOffset).getUint32(1);
  if (crc32(packed) !== told) throw new Error('a stored reading is damaged');
  return brotliDecompressSync(packed, { chunkSize: CHUNK_BYTES });
}
