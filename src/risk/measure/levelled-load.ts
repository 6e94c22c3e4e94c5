import { kneeLoad } from '../../load/knee-load.ts';
import type { RunnerBody } from '../../load/runner-body.ts';
import type { Track } from '../../track/track.ts';

/**
 * Knee load of the same run had its descents been level: same speed, same cadence, climbs kept. What is missing from
 * the load as run is the part that going downhill added.
 * @returns flat-easy km, mid estimate
 */
export function levelledLoadKm(track: Track, runner: RunnerBody): number {
  const gradePct = track.gradePct.map((grade) => Math.max(grade, 0));
  return kneeLoad({ ...track, gradePct }, runner).flatEasyKm.mid;
}
