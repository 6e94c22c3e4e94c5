import type { Week } from '#contract/trends';
import { UNPAVED } from '#core';

/** Kinds of ground that a week is told in, in the order of the columns from below. What is known and what is assumed are never one kind. */
export const GROUND_GROUPS = ['paved', 'unpaved', 'treadmill', 'paved-assumed', 'unpaved-assumed', 'unknown'] as const;
/** See {@link GROUND_GROUPS}. */
export type GroundGroup = (typeof GROUND_GROUPS)[number];

function groupOf({ type, certainty }: Week['surfaces'][number]): GroundGroup {
  if (certainty === 'unknown' || type === 'unknown') return 'unknown';
  if (type === 'treadmill') return 'treadmill';
  const kind = [...UNPAVED].some((unpaved) => unpaved === type) ? 'unpaved' : 'paved';
  return certainty === 'assumed' ? `${kind}-assumed` : kind;
}

/** Metres on each kind of ground. */
export function groundMetres(surfaces: Week['surfaces']): Readonly<Record<GroundGroup, number>> {
  const metres = Object.fromEntries(GROUND_GROUPS.map((group) => [group, 0])) as Record<GroundGroup, number>;
  for (const share of surfaces) metres[groupOf(share)] += share.distanceM;
  return metres;
}
