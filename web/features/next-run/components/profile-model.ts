import type { PlanForecastAnswer } from '#contract/plans';
import type { RunTrack } from '#contract/runs';

/** One step of the profile's picture. */
export interface ProfileStep {
  /** Middle of the step, metres from the start. */
  readonly atM: number;
  /** Metres; null where the altitude is not known. */
  readonly altitudeM: number | null;
  /** Mean of what colours the profile. */
  readonly painted: number | null;
}

type Stretch = PlanForecastAnswer['forecast']['stretches'][number];

const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** The route cut into equal steps, each with its means; never more steps than the track has samples. */
export function profileSteps(track: RunTrack, painted: readonly (number | null)[], wanted: number): ProfileStep[] {
  const lengthM = track.distanceM.at(-1) ?? 0;
  const steps = Math.max(2, Math.min(wanted, Math.floor(track.distanceM.length / 2)));
  const altitudes: (number | null)[][] = Array.from({ length: steps }, () => []);
  const colours: (number | null)[][] = Array.from({ length: steps }, () => []);
  for (const [i, metres] of track.distanceM.entries()) {
    const step = Math.min(steps - 1, Math.floor((metres / lengthM) * steps));
    altitudes[step]?.push(track.altitudeM[i] ?? null);
    colours[step]?.push(painted[i] ?? null);
  }
  return Array.from({ length: steps }, (_, step) => ({
    atM: ((step + 0.5) * lengthM) / steps,
    altitudeM: meanOf(altitudes[step] ?? []),
    painted: meanOf(colours[step] ?? []),
  }));
}

/** Index of the sample nearest to a place on the way. */
export function sampleNear(track: RunTrack, metres: number): number {
  const at = track.distanceM.findIndex((here) => here >= metres);
  return at === -1 ? track.distanceM.length - 1 : at;
}

/** What the descents are of the way and of the load; null where the hills are not known. */
export function descentShares(stretches: readonly Stretch[]) {
  if (stretches.some(({ type }) => type === 'unknown')) return null;
  const downs = stretches.filter(({ type }) => type === 'descent' || type === 'steep-descent');
  const sum = (of: readonly Stretch[], value: (one: Stretch) => number) =>
    of.reduce((total, one) => total + value(one), 0);
  const way = ({ fromM, toM }: Stretch) => toM - fromM;
  const load = ({ kneeLoadKm }: Stretch) => kneeLoadKm;
  return {
    count: downs.length,
    wayShare: sum(downs, way) / sum(stretches, way),
    loadShare: sum(downs, load) / sum(stretches, load),
  };
}

/** The descents that walking spares most, the best first; those that it spares nothing are left out. */
export const bestWalked = (stretches: readonly Stretch[]) =>
  stretches
    .flatMap((stretch) =>
      stretch.walked && stretch.walked.savedKm > 0 ? [{ ...stretch, walked: stretch.walked }] : [],
    )
    .sort((a, b) => b.walked.savedKm - a.walked.savedKm);
