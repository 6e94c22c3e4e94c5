import { describe, expect, it } from 'vitest';
import { loadInputSchema } from '../../../server/contract/runs.ts';
import { loadInput } from '../../../server/jobs/load-input.ts';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import { preparedRun } from '../../../web/features/report/api/get-load-input.ts';
import { changesOf } from '../../../web/features/report/what-if/wish.ts';
import { buildActivity, steadyRun } from '../../support/build-activity.ts';

const RUNNER = { heightM: 1.72, ownLine: { interceptSpm: 140, slopeSpmPerMps: 9, runs: 5, minutes: 90 } };
const AS_RUN = { cadencePct: 0, walkFromPct: null, slowerPct: 0, share: 1, isReversed: false, isOnTreadmill: false };

describe('what the page is told for working out a changed run', () => {
  const { track } = buildTrack(
    buildActivity(steadyRun(1500, (d) => 600 - 0.07 * Math.min(Math.max(d - 1000, 0), 2000))),
  );
  const sent = loadInput(track, RUNNER);
  const received = preparedRun(loadInputSchema.parse(JSON.parse(JSON.stringify(sent))));

  it('gives the same load and range in the page as in the report', () => {
    const here = kneeLoad(track, RUNNER).flatEasyKm;
    const there = received.whatIf.before.kneeLoadKm;
    for (const end of ['low', 'mid', 'high'] as const) expect(there[end] / here[end]).toBeCloseTo(1, 3);
  });

  it('tells how steep the steepest descent is and how long the run', () => {
    expect(received.steepestPct).toBeGreaterThan(6);
    expect(received.steepestPct).toBeLessThan(9);
    expect(received.lengthM).toBeCloseTo(track.distanceM.at(-1) ?? 0, 0);
  });

  it('changes nothing when no control was moved', () => {
    const result = received.whatIf.apply(...changesOf(AS_RUN, received.lengthM));
    expect(result.after).toEqual(result.before);
  });

  it('stops the reversed route where the slider says, not the route as it was', () => {
    const wish = { ...AS_RUN, share: 0.5, isReversed: true };
    expect(changesOf(wish, 4000).map(({ kind }) => kind)).toEqual(['reversed', 'shorter']);
    expect(changesOf(wish, 4000)[1]).toEqual({ kind: 'shorter', toDistanceM: 2000 });
  });

  it('leaves no descent to walk once the run is on a level treadmill', () => {
    const onTreadmill = { ...AS_RUN, isOnTreadmill: true };
    const [level, walked] = [onTreadmill, { ...onTreadmill, walkFromPct: 3 }].map((wish) =>
      received.whatIf.apply(...changesOf(wish, received.lengthM)),
    );
    expect(level?.after.kneeLoadKm.mid).not.toBeCloseTo(level?.before.kneeLoadKm.mid ?? 0, 3);
    expect(walked?.after).toEqual(level?.after);
  });
});
