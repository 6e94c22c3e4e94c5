/** Any bytes give a `Result` in bounded time, never a throw; what is read keeps the promises of its type. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';
import type { Activity } from '../../src/parse/activity.ts';
import { parse } from '../../src/parse/parse.ts';

/** Longest time for one small file, ms: generous, because it is there to catch a hang. */
const PATIENCE_MS = 5000;

const columns = ({ samples, developerFields }: Activity): Float64Array[] => [
  ...Object.values(samples).filter((value) => value instanceof Float64Array),
  ...developerFields.map(({ values }) => values),
];

function mustBeSound(activity: Activity): void {
  const { samples, pauses, startedAtMs } = activity;
  expect(samples.length).toBeGreaterThan(0);
  for (const column of columns(activity)) expect(column.length).toBe(samples.length);
  expect(Number.isFinite(startedAtMs)).toBe(true);
  for (const timeS of samples.timeS) if (!(timeS >= 0)) expect.fail(`timeS holds ${timeS}`);
  let lastEnd = 0;
  for (const { startS, endS } of pauses) {
    if (!(startS >= lastEnd && endS > startS)) expect.fail(`pause ${startS} to ${endS} behind ${lastEnd}`);
    lastEnd = endS;
  }
  for (const value of Object.values(samples)) {
    if (value instanceof Float64Array && value.includes(Number.POSITIVE_INFINITY))
      expect.fail('a column holds Infinity');
  }
}

function mustGiveResult(bytes: Uint8Array): void {
  const started = performance.now();
  const result = parse(bytes);
  expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
  if (result.ok) mustBeSound(result.value);
  else expect(result.error.message.length).toBeGreaterThan(20);
}

const FILES = { fit: writeFit(SOUND), gpx: writeGpx(SOUND), tcx: writeTcx(SOUND) } as const;
const NAMES = Object.keys(FILES) as (keyof typeof FILES)[];
const SIGNATURE = [14, 0x20, 0, 0, 255, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0];

/** Length of the start of a file that is cut and flipped often: headers, definitions and the first points. */
const HEAD_BYTES = 1200;

describe('parsing gives a result', () => {
  it('for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), mustGiveResult), { numRuns: 500 });
  });

  it('for any bytes behind a FIT header', () => {
    const body = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(body, (bytes) => mustGiveResult(Uint8Array.from([...SIGNATURE, ...bytes]))),
      {
        numRuns: 1000,
      },
    );
  });

  it('for any text inside a GPX or TCX root', () => {
    const root = fc.constantFrom('gpx', 'TrainingCenterDatabase');
    const word = fc.constantFrom(
      '<trk>',
      '<trkseg>',
      '</trk>',
      '<trkpt lat="1" lon="2">',
      '</trkpt>',
      '<Track>',
      '<!--',
    );
    const pieces = fc.array(fc.oneof(word, fc.string(), fc.constant('<time>2024-05-01T06:00:00Z</time>')));
    fc.assert(
      fc.property(root, pieces, (name, parts) => {
        mustGiveResult(new TextEncoder().encode(`<${name}>${parts.join('')}</${name}>`));
      }),
      { numRuns: 500 },
    );
  });

  it('for every broken file', () => {
    for (const { bytes } of BROKEN) mustGiveResult(bytes());
  });

  it.each(NAMES)('for a %s file cut anywhere', (name) => {
    const file = FILES[name];
    const anywhere = fc.oneof(
      fc.nat(file.length),
      fc.nat(HEAD_BYTES),
      fc.nat(50).map((n) => file.length - n),
    );
    fc.assert(
      fc.property(anywhere, (length) => mustGiveResult(file.subarray(0, length))),
      { numRuns: 150 },
    );
  });

  it.each(NAMES)('for a %s file with a few bytes changed anywhere', (name) => {
    const file = FILES[name];
    const at = fc.oneof(fc.nat(file.length - 1), fc.nat(HEAD_BYTES));
    const changes = fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (list) => {
        const changed = file.slice();
        for (const [index, value] of list) changed[index] = value;
        mustGiveResult(changed);
      }),
      { numRuns: 200 },
    );
  });

  it('the same one each time', () => {
    for (const name of NAMES) expect(parse(FILES[name])).toEqual(parse(FILES[name]));
  });
});
