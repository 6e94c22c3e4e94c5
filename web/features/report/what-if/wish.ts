import type { Change } from '#core';

/** Where the controls of the panel stand. */
export interface Wish {
  /** Change of step rate, per cent. */
  readonly cadencePct: number;
  /** Descents steeper than this are walked, per cent; null walks none. */
  readonly walkFromPct: number | null;
  /** Slower on descents, per cent. */
  readonly slowerPct: number;
  /** Part of the way that is run, 0 to 1. */
  readonly share: number;
  readonly isReversed: boolean;
  /** The same way on a level treadmill. */
  readonly isOnTreadmill: boolean;
}

/** The run as it was. */
export const AS_RUN: Wish = {
  cadencePct: 0,
  walkFromPct: null,
  slowerPct: 0,
  share: 1,
  isReversed: false,
  isOnTreadmill: false,
};

/** Gentler descents are hardly felt and not offered, per cent (assumption). */
export const DESCENT_FROM_PCT = 3;

/** The changes that a wish stands for, in the order in which they are made. */
export function changesOf(wish: Wish, lengthM: number): Change[] {
  const changes: Change[] = [];
  if (wish.isReversed) changes.push({ kind: 'reversed' });
  if (wish.share < 1) changes.push({ kind: 'shorter', toDistanceM: wish.share * lengthM });
  // On a level treadmill no descent is left to walk or to slow down on.
  if (wish.isOnTreadmill) changes.push({ kind: 'surface', surface: 'treadmill', fromM: 0, toM: lengthM });
  if (wish.slowerPct > 0) {
    changes.push({ kind: 'slower-descents', steeperThanPct: DESCENT_FROM_PCT, percent: wish.slowerPct });
  }
  if (wish.walkFromPct !== null) changes.push({ kind: 'walk-descents', steeperThanPct: wish.walkFromPct });
  if (wish.cadencePct !== 0) changes.push({ kind: 'cadence', percent: wish.cadencePct });
  return changes;
}
