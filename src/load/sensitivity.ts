/** How far a run's load moves when one constant goes to the ends of what its basis allows. */
import { accumulate } from './accumulate.ts';
import { KL1, MODEL_CONSTANTS, type ModelConstantName } from './constants.ts';
import type { LoadTrack } from './load-track.ts';
import type { RunnerBody } from './runner-body.ts';

/** Change of the load of one run, per cent, with the constant at its low and its high end. */
export interface Sensitivity {
  readonly constant: ModelConstantName;
  /** For the headline, p = 2. */
  readonly p2: Ends;
  /** For p = 1 and p = 4, whichever moves more. */
  readonly others: Ends;
}

/** Per cent at the two ends of a constant. */
export interface Ends {
  readonly atLow: number;
  readonly atHigh: number;
}

/** Moves every constant alone; in the order of the constants. */
export function sensitivities(track: LoadTrack, runner: RunnerBody): readonly Sensitivity[] {
  const usual = accumulate(track, runner).total;
  return (Object.keys(MODEL_CONSTANTS) as ModelConstantName[]).map((constant) => {
    const at = (value: number) => accumulate(track, runner, { model: { ...KL1, [constant]: value } }).total;
    const [low, high] = [at(MODEL_CONSTANTS[constant].low), at(MODEL_CONSTANTS[constant].high)];
    const ends = (p: 'p1' | 'p2' | 'p4'): Ends => ({
      atLow: changePct(low[p], usual[p]),
      atHigh: changePct(high[p], usual[p]),
    });
    const [p1, p4] = [ends('p1'), ends('p4')];
    return { constant, p2: ends('p2'), others: reach(p1) > reach(p4) ? p1 : p4 };
  });
}

const changePct = (after: number, before: number): number => (before === 0 ? 0 : 100 * (after / before - 1));
const reach = ({ atLow, atHigh }: Ends): number => Math.max(Math.abs(atLow), Math.abs(atHigh));
