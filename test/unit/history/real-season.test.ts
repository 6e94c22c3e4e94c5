/**
 * A real season of 94 runs, against distances and starts that other decoders took from the same files: what is compared
 * with the month before does not rest on our own reading alone.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunFacts } from '../../../src/history/run-facts.ts';
import { weeks } from '../../../src/history/weeks.ts';
import { read } from '../../../src/read.ts';
import { judge } from '../../../src/risk/evaluate.ts';
import { sessionSpike } from '../../../src/risk/factors/session-spike.ts';
import { hasRealData, readRealFile, realDataIndex, sha256 } from '../../support/real-data.ts';
import { riskInput } from '../../support/risk-input.ts';

const DAY_MS = 86_400_000;
const ROWS = realDataIndex()
  .filter(({ path, sport }) => path?.startsWith('season/wuyueSea') && sport === 'running')
  .map(({ path = '', start_utc = '', distance_m = '' }) => ({
    path,
    startedAtMs: Date.parse(start_utc),
    distanceM: Number(distance_m),
  }))
  .sort((a, b) => a.startedAtMs - b.startedAtMs);

/** Longest of the 30 days before and their number, by the other decoders. */
function monthBefore(startedAtMs: number) {
  const month = ROWS.filter((row) => row.startedAtMs < startedAtMs && row.startedAtMs >= startedAtMs - 30 * DAY_MS);
  return { runs: month.length, longestM: Math.max(0, ...month.map(({ distanceM }) => distanceM)) };
}

// Real files may stand beside a checkout; without them there is nothing to compare with.
describe.skipIf(!hasRealData)('a real season', () => {
  let facts: RunFacts[] = [];
  beforeAll(() => {
    facts = ROWS.flatMap(({ path }) => {
      const bytes = readRealFile(path);
      const reading = read(bytes, { sha256: sha256(bytes) });
      return reading.ok ? [reading.value.facts] : [];
    });
  }, 120_000);

  it('is read whole', () => {
    expect(facts).toHaveLength(94);
  });

  it('is compared with the month before as the other decoders would compare it', () => {
    let scored = 0;
    for (const [i, run] of facts.entries()) {
      const history = facts.slice(0, i).map((past) => ({ facts: past, kneeLoadKm: null }));
      const finding = judge(sessionSpike, { ...riskInput(), facts: run, history });
      const { runs, longestM } = monthBefore(ROWS[i]?.startedAtMs ?? 0);
      expect(finding.status === 'scored').toBe(runs >= 4 && longestM >= 3000);
      if (finding.status !== 'scored') continue;
      scored++;
      expect(finding.value).toBeCloseTo((ROWS[i]?.distanceM ?? 0) / longestM, 1);
    }
    expect(scored).toBeGreaterThan(50);
  });

  it('has weeks that add up to what the other decoders read, within 1 %', () => {
    const table = weeks(facts.map((run) => ({ facts: run, kneeLoadKm: null })));
    for (const { weekStart, distanceM, runs } of table) {
      const mondayMs = Date.parse(weekStart);
      const rows = ROWS.filter(({ startedAtMs }) => startedAtMs >= mondayMs && startedAtMs < mondayMs + 7 * DAY_MS);
      expect([weekStart, runs]).toEqual([weekStart, rows.length]);
      const sumM = rows.reduce((sum, row) => sum + row.distanceM, 0);
      expect(Math.abs(distanceM - sumM)).toBeLessThanOrEqual(0.01 * sumM);
    }
    expect(table.reduce((sum, { runs }) => sum + runs, 0)).toBe(94);
  });
});
