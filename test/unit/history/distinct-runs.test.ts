import { describe, expect, it } from 'vitest';
import { distinctRuns, pastRuns } from '../../../src/history/distinct-runs.ts';
import type { RunFacts } from '../../../src/history/run-facts.ts';
import { DAY_MS, pastRun, START_MS } from '../../support/risk-input.ts';

const names = (runs: readonly { facts: RunFacts }[]) => runs.map(({ facts }) => facts.sha256);
/** Half an hour, so many minutes after the first. */
const at = (minutes: number, facts: Partial<RunFacts> = {}) =>
  pastRun(1, { sha256: `at-${minutes}`, startedAtMs: START_MS - DAY_MS + minutes * 60_000, ...facts });

describe('distinctRuns', () => {
  it('keeps runs that do not overlap, earliest first', () => {
    expect(names(distinctRuns([at(60), at(0), at(31)]))).toEqual(['at-0', 'at-31', 'at-60']);
  });

  it('takes two recordings that mostly overlap for one run', () => {
    expect(distinctRuns([at(0), at(2)])).toHaveLength(1);
    expect(distinctRuns([at(0), at(14)])).toHaveLength(1);
    expect(distinctRuns([at(0), at(16)])).toHaveLength(2);
  });

  it('keeps the recording that knows more, whichever came first', () => {
    const gpx = at(0, { sha256: 'gpx' });
    const fit = at(0.05, { sha256: 'fit', meanCadenceSpm: 168, descentM: 40 });
    expect(names(distinctRuns([gpx, fit]))).toEqual(['fit']);
    expect(names(distinctRuns([fit, gpx]))).toEqual(['fit']);
  });

  it('gives the same runs for any order, also where nothing tells two recordings apart', () => {
    const twins = [at(0, { sha256: 'b' }), at(0, { sha256: 'a' })];
    expect(names(distinctRuns(twins))).toEqual(['a']);
    expect(names(distinctRuns(twins.toReversed()))).toEqual(['a']);
  });

  it('counts the same file twice once', () => {
    expect(distinctRuns([at(0), at(0)])).toHaveLength(1);
  });
});

describe('pastRuns', () => {
  it('gives what was over before the run started, without the run and its other recordings', () => {
    const history = [
      pastRun(3),
      pastRun(0, { sha256: 'this-run' }),
      pastRun(0, { sha256: 'this-run-as-gpx' }),
      pastRun(0, { sha256: 'started-a-second-before', startedAtMs: START_MS - 1000 }),
      pastRun(-1),
    ];
    expect(names(pastRuns(history, 'this-run', START_MS))).toEqual(['run-3']);
  });

  it('keeps a run of the same morning', () => {
    const morning = pastRun(0, { sha256: 'morning', startedAtMs: START_MS - 3 * 3_600_000 });
    expect(names(pastRuns([morning], 'this-run', START_MS))).toEqual(['morning']);
  });
});

describe('runs with a date that cannot be', () => {
  it('are left out, so that one unset clock does not stretch the weeks over decades', () => {
    const unset = pastRun(1, { sha256: 'unset', startedAtMs: Date.UTC(1989, 11, 31) });
    const sound = pastRun(2, { sha256: 'sound' });
    expect(distinctRuns([unset, sound]).map(({ facts }) => facts.sha256)).toEqual(['sound']);
  });
});
