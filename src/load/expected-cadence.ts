import { GAITS, type Track } from '../track/track.ts';
import { expectedCadenceSpm, ownCadenceSpm } from './preferred-cadence.ts';
import type { RunnerBody } from './runner-body.ts';

const RUN = GAITS.indexOf('run');

/**
 * Cadence expected in each interval of running: on the runner's own line where there is one, else for their height.
 * @returns steps a minute, both feet; NaN where the runner did not run or the speed is unknown
 */
export function expectedCadenceColumn(track: Track, { heightM, ownLine }: RunnerBody): Float64Array {
  const expected = new Float64Array(track.length).fill(Number.NaN);
  for (let i = 0; i < track.length; i++) {
    const speed = track.speedMps[i] as number;
    if (track.gait[i] !== RUN || Number.isNaN(speed)) continue;
    const gradeRatio = (track.gradePct[i] as number) / 100;
    expected[i] = ownLine ? ownCadenceSpm(ownLine, speed, gradeRatio) : expectedCadenceSpm(speed, heightM, gradeRatio);
  }
  return expected;
}
