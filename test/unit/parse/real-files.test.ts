/**
 * Parsing against facts from other decoders (INDEX.tsv) and against the devices' own totals, over every real file that
 * stands beside the checkout.
 */
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/parse/activity.ts';
import { parseAll } from '../../../src/parse/parse.ts';
import type { ParseErrorCode } from '../../../src/parse/parse-error.ts';
import { median } from '../../../src/stats/stats.ts';
import { hasRealData, type IndexRow, readRealFile, realDataIndex } from '../../support/real-data.ts';

if (!hasRealData) console.warn('real-files.test.ts: skipped, the folder of real files is not there');

const rows = realDataIndex().filter(({ kind = '' }) => ['fit', 'gpx', 'tcx', 'season'].includes(kind));
const path = (row: IndexRow): string => row.path ?? '';
const sport = (row: IndexRow): string => (row.sport ?? '').toLowerCase();
const isSeveral = (row: IndexRow): boolean => /[+,]/.test(sport(row));

function bytesOf(row: IndexRow): Uint8Array {
  const bytes = readRealFile(path(row));
  return path(row).endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** What a file gave, without its columns, so that all of them fit into memory. */
interface Outcome {
  readonly row: IndexRow;
  readonly tookMs: number;
  readonly code: ParseErrorCode | null;
  readonly records: number;
  readonly hasDistance: boolean;
  readonly distanceM: number;
  readonly toldDistanceM: number | null;
  /** For each run in the file: the device's word, and the last value of the column. */
  readonly toldAndFoundM: readonly (readonly [number | null, number])[];
  readonly cadence: number;
  readonly startedAtMs: number;
  readonly lastS: number;
}

const lastDistance = ({ samples }: Activity): number =>
  samples.distanceM?.findLast((metres) => !Number.isNaN(metres)) ?? Number.NaN;

function outcomeOf(row: IndexRow): Outcome {
  const bytes = bytesOf(row);
  const started = performance.now();
  const result = parseAll(bytes);
  const tookMs = performance.now() - started;
  const runs = result.ok ? result.value : [];
  const [activity] = runs;
  const samples = activity?.samples;
  return {
    row,
    tookMs,
    code: result.ok ? null : result.error.code,
    records: samples?.length ?? 0,
    hasDistance: Boolean(samples?.distanceM),
    distanceM: activity ? lastDistance(activity) : Number.NaN,
    toldDistanceM: activity?.deviceTotals?.distanceM ?? null,
    toldAndFoundM: runs.map((run) => [run.deviceTotals?.distanceM ?? null, lastDistance(run)]),
    cadence: median((samples?.cadencePerMin ?? new Float64Array()).filter((value) => value > 0)),
    startedAtMs: activity?.startedAtMs ?? Number.NaN,
    lastS: samples?.timeS.at(-1) ?? Number.NaN,
  };
}

/** Off by more than a share, and by more than `slack` in absolute terms. */
const isOff = (value: number, truth: number, share: number, slack: number): boolean =>
  !(Math.abs(value - truth) <= Math.max(truth * share, slack));

/** Files in which other decoders found no record, session or whole structure, so the index has no facts. */
const hasFacts = (row: IndexRow): boolean => Number(row.records) > 0 && Number(row.distance_m) > 0;
/** The two copies in this file are one activity; the index counts both. */
const isRepeated = (row: IndexRow): boolean => path(row).includes('activity-activity');

/** Generous, because the machine may be busy: it is there to catch a hang. */
const SLOWEST_MS = 10_000;

describe.skipIf(!hasRealData)('real files', () => {
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    outcomes = rows.map(outcomeOf);
  }, 300_000);

  it('each give a result within seconds', () => {
    expect(outcomes.length).toBeGreaterThan(400);
    expect(outcomes.filter(({ tookMs }) => tookMs > SLOWEST_MS).map(({ row }) => path(row))).toEqual([]);
  });

  it('that say running are read; device distance within 1 %, records and cadence as other decoders have them', () => {
    const wrong: string[] = [];
    let read = 0;
    for (const { row, code, records, hasDistance, distanceM, toldDistanceM, cadence } of outcomes) {
      if (sport(row) !== 'running' || row.kind === 'gpx' || !hasFacts(row)) continue;
      if (code) {
        wrong.push(`${path(row)}: ${code}`);
        continue;
      }
      read += 1;
      const told = toldDistanceM || Number(row.distance_m);
      if (hasDistance && isOff(distanceM, told, 0.01, 20)) {
        wrong.push(`${path(row)}: distance ${distanceM}, device ${told}, index ${row.distance_m}`);
      }
      // The index joins TCX points of one second.
      if (isOff(records, Number(row.records), row.kind === 'tcx' ? 0.05 : 0, 0)) {
        wrong.push(`${path(row)}: ${records} records, index ${row.records}`);
      }
      if (row.cadence_median_raw && isOff(cadence, Number(row.cadence_median_raw), 0, 1)) {
        wrong.push(`${path(row)}: cadence ${cadence}, index ${row.cadence_median_raw}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(300);
  });

  it('that say another sport are refused as no run', () => {
    const other = /^(swimming|cycling|hiking|walking|biking|alpineskiing|training)$/;
    const others = outcomes.filter(({ row }) => other.test(sport(row)));
    expect(others.length).toBeGreaterThan(40);
    expect(others.filter(({ code }) => code !== 'not-a-run').map(({ row }) => path(row))).toEqual([]);
  });

  it('with several sports give each running session alone, as long as it says', () => {
    const several = outcomes.filter(
      ({ row }) =>
        /fit|season/.test(row.kind ?? '') && isSeveral(row) && sport(row).includes('running') && !isRepeated(row),
    );
    expect(several.length).toBeGreaterThan(8);
    expect(several.filter(({ toldAndFoundM }) => toldAndFoundM.length > 1).length).toBeGreaterThan(2);
    const wrong = several.filter(({ toldAndFoundM }) =>
      toldAndFoundM.some(([told, found]) => isOff(found, told ?? 0, 0.01, 20)),
    );
    expect(wrong.map(({ row }) => path(row))).toEqual([]);
  });

  it('of one activity in FIT, GPX and TCX give the same start, time, cadence and distance', () => {
    const [fit, gpx, tcx] = ['fit', 'gpx', 'tcx'].map((format) =>
      outcomes.find(({ row }) => path(row).endsWith(`6782987395.${format}`)),
    );
    if (!fit || !gpx || !tcx) throw new Error('the index has no activity 6782987395 in three formats');
    for (const other of [gpx, tcx]) {
      expect(Math.abs(other.startedAtMs - fit.startedAtMs)).toBeLessThanOrEqual(2000);
      expect(Math.abs(other.lastS - fit.lastS)).toBeLessThanOrEqual(5);
      expect(Math.abs(other.cadence - fit.cadence)).toBeLessThanOrEqual(0.5);
    }
    expect(isOff(tcx.distanceM, fit.distanceM, 0.01, 0)).toBe(false);
  });

  it('that are packed are told to be packed', () => {
    for (const row of rows.filter((one) => path(one).endsWith('.gz'))) {
      expect(parseAll(readRealFile(path(row)))).toMatchObject({ ok: false, error: { code: 'archive' } });
    }
  });
});
