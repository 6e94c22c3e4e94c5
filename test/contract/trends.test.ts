import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { ApiClient } from '../support/api-client.ts';
import { emptyFolder, testConfig } from '../support/built-server.ts';

const DAY_MS = 86_400_000;
/** Runs this far apart do not overlap, which would make them recordings of one run. */
const DURATION_MS = 3_600_000;
const NOW = SOUND.startedAtMs + DAY_MS;

const runAt = (startedAtMs: number) => ({
  name: `${startedAtMs}.gpx`,
  bytes: writeGpx({ ...SOUND, startedAtMs }),
});

describe('trends with a watch whose year is wrong', () => {
  const dataFolder = emptyFolder();
  let server: RunningServer;
  let api: ApiClient;
  beforeAll(async () => {
    server = await startServer(testConfig(dataFolder), () => NOW);
    api = new ApiClient(server.url);
    const done = await api.import(
      ...[SOUND.startedAtMs, NOW + DAY_MS, NOW + DAY_MS + DURATION_MS, Date.UTC(2098, 0, 6)].map(runAt),
    );
    expect(done.counts.imported).toBe(4);
    // Four files on a machine that does much else.
  }, 60_000);
  afterAll(async () => {
    await server.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('end with the runs that start at most a day ahead of the clock', async () => {
    const { weeks } = await api.call('getWeeks');
    expect(weeks.reduce((runs, week) => runs + week.runs, 0)).toBe(2);
    expect(weeks.length).toBeLessThanOrEqual(2);
    expect((await api.call('getCadenceTrend')).weeks.length).toBeLessThanOrEqual(2);
  });

  it('still list the run, so that it can be found and deleted', async () => {
    expect((await api.call('listRuns')).runs).toHaveLength(4);
  });
});
