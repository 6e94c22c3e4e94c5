import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type FetcherWaits, MapFetcher } from '../../../server/jobs/map-fetcher.ts';
import type { AskFailure } from '../../../server/maps/ask-overpass.ts';
import { type Cell, cellName } from '../../../server/maps/cells.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { until } from '../../support/api-client.ts';

const CELLS: readonly Cell[] = [0, 1, 2].map((column) => ({ column, row: 0 }));
const QUICK: FetcherWaits = { pauseMs: 1, restMs: 20, longestRestMs: 80 };
const BUSY: AskFailure = { reason: 'The service asks for a pause.', restMs: null, isFinal: false };

/** A fetcher over a list of what is missing, and what it asked for. */
function fetcherOver(answers: readonly Result<null, AskFailure>[], waits = QUICK) {
  const missing = [...CELLS];
  const asked: { readonly name: string; readonly atMs: number }[] = [];
  const left = [...answers];
  const fetcher = new MapFetcher({
    missing: async () => missing,
    fetch: async (cell) => {
      asked.push({ name: cellName(cell), atMs: performance.now() });
      const answer = left.shift() ?? ok(null);
      if (answer.ok) missing.splice(missing.indexOf(cell), 1);
      return answer;
    },
    now: () => 0,
    waits,
  });
  return { fetcher, missing, asked };
}

describe('the fetcher of an online map', () => {
  it('asks for all that is missing, one after the other with a pause between, and then no more', async () => {
    const { fetcher, missing, asked } = fetcherOver([], { ...QUICK, pauseMs: 30 });
    fetcher.wake();
    fetcher.wake();
    await until(
      async () => missing.length,
      (left) => left === 0,
    );
    expect(asked.map(({ name }) => name)).toEqual(['0_0', '1_0', '2_0']);
    // A timer may fire a millisecond early.
    expect((asked[1]?.atMs ?? 0) - (asked[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(29);
    expect(fetcher.trouble).toBeNull();
  });

  it('rests after a failure, as long as the service asks, and turns to another cell first', async () => {
    const { fetcher, missing, asked } = fetcherOver([err({ ...BUSY, restMs: 100 })]);
    fetcher.wake();
    await until(
      async () => fetcher.trouble,
      (trouble) => trouble !== null,
    );
    expect(fetcher.trouble).toEqual({ reason: BUSY.reason, triedAgainAtMs: 100 });
    await until(
      async () => missing.length,
      (left) => left === 0,
    );
    expect(asked.map(({ name }) => name)).toEqual(['0_0', '1_0', '2_0', '0_0']);
    expect((asked[1]?.atMs ?? 0) - (asked[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(99);
  });

  it('rests longer each time, up to a bound', async () => {
    const { fetcher, missing, asked } = fetcherOver(Array.from({ length: 4 }, () => err(BUSY)));
    fetcher.wake();
    await until(
      async () => missing.length,
      (left) => left === 0,
    );
    const rests = asked.slice(1, 5).map(({ atMs }, i) => atMs - (asked[i]?.atMs ?? 0));
    for (const [i, atLeastMs] of [20, 40, 80, 80].entries()) expect(rests[i]).toBeGreaterThanOrEqual(atLeastMs - 1);
  });

  it('gives up on what can never come, says so, and goes on with the rest', async () => {
    const { fetcher, missing, asked } = fetcherOver([err({ reason: 'Too large.', restMs: null, isFinal: true })]);
    fetcher.wake();
    await until(
      async () => missing.length,
      (left) => left === 1,
    );
    await wait(20);
    expect(asked).toHaveLength(3);
    expect(fetcher.trouble).toEqual({ reason: 'Too large.', triedAgainAtMs: null });
  });

  it('stops in the middle of a rest, and begins anew when it is woken', async () => {
    const { fetcher, missing } = fetcherOver([err(BUSY)], { ...QUICK, restMs: 3_600_000, longestRestMs: 3_600_000 });
    fetcher.wake();
    await until(
      async () => fetcher.trouble,
      (trouble) => trouble !== null,
    );
    await fetcher.stop();
    expect(fetcher.trouble).toBeNull();
    expect(missing).toHaveLength(3);
    fetcher.wake();
    await until(
      async () => missing.length,
      (left) => left === 0,
    );
    expect(missing).toEqual([]);
  });
});
