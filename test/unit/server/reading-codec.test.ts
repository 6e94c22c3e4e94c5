import { serialize } from 'node:v8';
import { brotliCompressSync, crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SOUND } from '../../../fixtures/broken/fixture.ts';
import { writeFit } from '../../../fixtures/write/fit.ts';
import { decodeReading, encodeReading } from '../../../server/jobs/reading-codec.ts';
import { read, review, UNKNOWN_PROFILE } from '../../../src/index.ts';
import { sha256 } from '../../support/real-data.ts';

const bytes = writeFit(SOUND);
const result = read(bytes, { sha256: sha256(bytes) });
if (!result.ok) throw new Error(result.error.message);
const reading = result.value;

describe('a stored reading', () => {
  it('comes back as it was, columns with their missing values included', () => {
    expect(decodeReading(encodeReading(reading))).toEqual(reading);
  });

  it('gives the same report as the one that was never stored', () => {
    const context = { profile: UNKNOWN_PROFILE, history: [], painLog: [] };
    const fresh = JSON.stringify(review(reading, context).report);
    expect(JSON.stringify(review(decodeReading(encodeReading(reading)), context).report)).toBe(fresh);
  });

  it('lies in a buffer of its own, so that it can be handed to another thread', () => {
    const encoded = encodeReading(reading);
    expect(encoded.byteLength).toBe(encoded.buffer.byteLength);
  });

  it('is refused when its bytes were damaged', () => {
    const encoded = encodeReading(reading);
    encoded[encoded.length >> 1] = (encoded[encoded.length >> 1] as number) ^ 1;
    expect(() => decodeReading(encoded)).toThrow(/damaged/);
    expect(() => decodeReading(encoded.subarray(0, encoded.length >> 1))).toThrow(/damaged/);
    expect(() => decodeReading(new Uint8Array())).toThrow();
  });

  it('is opened as it was packed before, by brotli and by deflate', () => {
    const packed = brotliCompressSync(serialize(reading));
    const head = Buffer.alloc(5, 1);
    head.writeUInt32BE(crc32(packed), 1);
    expect(decodeReading(Buffer.concat([head, packed]))).toEqual(reading);
    expect(decodeReading(deflateSync(serialize(reading), { level: 1 }))).toEqual(reading);
  });
});
