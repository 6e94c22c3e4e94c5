import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weeksSchema } from '../../server/contract/trends.ts';
import { TestServer } from '../support/built-server.ts';
import { hasRealData, readRealFile, realDataIndex } from '../support/real-data.ts';

/** A season of somebody's own, and how many of its files other decoders call runs. */
const SEASONS = [
  { folder: 'season/wuyueSea+my_running_page', years: /^20(23|24)/, runs: 94 },
  { folder: 'season/x3cl+running_page', years: /^201[89]/, runs: 130 },
] as const;

const DAY_MS = 86_400_000;
const mondayOf = (date: string): string => {
  const ms = Date.parse(date.slice(0, 10));
  return new Date(ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);
};

describe.skipIf(!hasRealData)(
  'a real season dropped on the page at once (skipped where the real files are not there)',
  () => {
    it.each(SEASONS)(
      'ends in list, reports and weeks: $folder',
      { timeout: 300_000 },
      async ({ folder, years, runs }) => {
        const rows = realDataIndex().filter(
          (row) => row.path?.startsWith(folder) && row.sport === 'running' && years.test(row.start_utc ?? ''),
        );
        expect(rows.length).toBeGreaterThanOrEqual(runs);
        const server = await TestServer.start();
        await server.api.call('putProfile', {}, { timeZone: 'UTC' });
        const files = rows.map(({ path = '' }) => ({ name: basename(path), bytes: readRealFile(path) }));
        const done = await server.api.done(await server.api.upload(...files));
        const refused = done.files.filter((file) => file.state !== 'imported');
        expect(refused.map(({ state, reason }) => `${state}: ${reason}`)).toEqual([]);
        const list = await server.api.call('listRuns');
        expect(list.runs).toHaveLength(files.length);
        for (const run of list.runs) {
          const report = await server.api.call('getRunReport', { id: run.id });
          expect(report.kneeLoad.flatEasyKm).toEqual(run.kneeLoadKm);
        }
        const { weeks } = weeksSchema.parse(await server.api.call('getWeeks'));
        const ran = new Set(weeks.filter((week) => week.runs > 0).map((week) => week.weekStart));
        expect(ran).toEqual(new Set(rows.map((row) => mondayOf(row.start_utc ?? ''))));
        await server.close();
      },
    );
  },
);
