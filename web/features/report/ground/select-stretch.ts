/** Choosing a stretch of a run by dragging, as arithmetic: pixels never come in here. */

/** A stretch of a run, metres since its start. */
export interface Stretch {
  readonly fromM: number;
  readonly toM: number;
}

/** What a drag holds on to: the place that stays where it is. */
export interface Hold {
  readonly fixedM: number;
}

/** Ends are whole tens of metres: a watch knows no better. */
const STEP_M = 10;

const snap = (metres: number, lengthM: number): number =>
  Math.min(lengthM, Math.max(0, Math.round(metres / STEP_M) * STEP_M));

/**
 * What a drag that begins at a place holds: close to an end of the stretch it moves that end, elsewhere it begins a new stretch.
 * @param reachM how near an end has to be to be taken hold of, metres
 */
export function takeHold(atM: number, { fromM, toM }: Stretch, reachM: number): Hold {
  const [toStart, toEnd] = [Math.abs(atM - fromM), Math.abs(atM - toM)];
  if (Math.min(toStart, toEnd) > reachM) return { fixedM: atM };
  return { fixedM: toStart < toEnd ? toM : fromM };
}

/** The stretch between what is held and where the drag is now; never shorter than one step. */
export function dragTo(atM: number, { fixedM }: Hold, lengthM: number): Stretch {
  const [a, b] = [snap(fixedM, lengthM), snap(atM, lengthM)];
  if (a !== b) return { fromM: Math.min(a, b), toM: Math.max(a, b) };
  return a + STEP_M <= lengthM ? { fromM: a, toM: a + STEP_M } : { fromM: Math.max(0, a - STEP_M), toM: a };
}
