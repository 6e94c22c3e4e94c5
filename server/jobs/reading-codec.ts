/** How a reading is kept: structured clone bytes, compressed. Not meant for another program; the engine version guards it. */
import { deserialize, serialize } from 'node:v8';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Reading } from '#core';

/** Fastest level: the columns shrink to about the same size at higher ones, at several times the time. */
const LEVEL = 1;

/** Packs a reading. */
export const encodeReading = (reading: Reading): Uint8Array<ArrayBuffer> => {
  const packed = deflateSync(serialize(reading), { level: LEVEL });
  // Off node's shared pool, so that the buffer can be handed to another thread.
  return new Uint8Array(packed);
};

/** Unpacks what {@link encodeReading} packed. Throws on damaged bytes. */
export const decodeReading = (encoded: Uint8Array): Reading => deserialize(inflateSync(encoded)) as Reading;
