/** Damage inside a FIT file costs what stood there and no more, and nothing is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field } from '../../fixtures/write/fit-field.ts';
import { parse } from '../../src/parse/parse.ts';
import { SmallFit, SPORT, START_MS } from '../support/small-fit.ts';

const POINTS = 400;
const LONGEST = 400;
/** Bytes of one record as written below: header, time, heart rate. */
const RECORD_BYTES = 6;
/** Records that a hole may cost beside those in it: one before it, and a few until the way on is proven. */
const BESIDE = 4;
/** Pulse of a second; it tells a record that was moved. */
const pulse = (s: number): number => 60 + ((s * 7) % 120);

const fit = new SmallFit().fileId();
for (let s = 0; s < POINTS; s += 1) fit.record(s, [field(3, 'uint8', pulse(s))]);
const FILE = fit.session(0, POINTS, SPORT.running).bytes();

/** Behind the definitions and the first records, before the session. */
const FIRST = 150;
const LAST = FILE.length - 60 - LONGEST;

const filling = fc.oneof(
  fc.constantFrom(0x00, 0xff, 0x40, 0x02).map((byte) => (length: number) => new Uint8Array(length).fill(byte)),
  fc
    .array(fc.nat(255), { minLength: LONGEST, maxLength: LONGEST })
    .map((bytes) => (length: number) => Uint8Array.from(bytes.slice(0, length))),
);

function broken(replace: (file: Uint8Array) => Uint8Array) {
  const result = parse(replace(FILE));
  if (!result.ok) throw new Error(`refused: ${result.error.message}`);
  const { samples, startedAtMs } = result.value;
  const { timeS, heartRateBpm } = samples;
  // From the true start: a point whose own time is damaged may stand before it.
  const seconds = Array.from(timeS, (s) => s + (startedAtMs - START_MS) / 1000);
  return {
    seconds,
    /** Points that are there with a pulse that is not theirs. */
    wrong: seconds.filter((s, i) => heartRateBpm?.[i] !== pulse(s)),
    invented: seconds.filter((s) => !Number.isInteger(s) || s < 0 || s >= POINTS),
  };
}

describe('a hole in a FIT file', () => {
  it('costs the points in it and a few beside, and makes none up, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST, max: LAST }),
        fc.integer({ min: 1, max: LONGEST }),
        filling,
        (at, length, fill) => {
          const found = broken((file) => {
            const holed = file.slice();
            holed.set(fill(length), at);
            return holed;
          });
          const inHole = Math.ceil(length / RECORD_BYTES) + 1;
          expect(found.invented.length).toBeLessThanOrEqual(1);
          expect(found.wrong.length).toBeLessThanOrEqual(2);
          expect(found.seconds.length).toBeGreaterThanOrEqual(POINTS - inHole - BESIDE);
          expect(found.seconds.at(-1)).toBe(POINTS - 1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('costs no more where bytes are missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: 1, max: LONGEST }), (at, length) => {
        const found = broken((file) => Uint8Array.from([...file.subarray(0, at), ...file.subarray(at + length)]));
        const missing = Math.ceil(length / RECORD_BYTES) + 1;
        expect(found.invented.length).toBeLessThanOrEqual(1);
        expect(found.wrong.length).toBeLessThanOrEqual(1);
        expect(found.seconds.length).toBeGreaterThanOrEqual(POINTS - missing - BESIDE);
      }),
      { numRuns: 200 },
    );
  });
});
