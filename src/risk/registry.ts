/** Every risk factor: one line each. The order is that of findings of one severity. */
import { asymmetry } from './factors/asymmetry.ts';
import { cadenceDrop } from './factors/cadence-drop.ts';
import { cadenceFade } from './factors/cadence-fade.ts';
import { dataQuality } from './factors/data-quality.ts';
import { fastSteepDescent } from './factors/fast-steep-descent.ts';
import { longDownhill } from './factors/long-downhill.ts';
import { longStep } from './factors/long-step.ts';
import { lowCadence } from './factors/low-cadence.ts';
import { newGround } from './factors/new-ground.ts';
import { painAfterRun } from './factors/pain-after-run.ts';
import { painDuringRun } from './factors/pain-during-run.ts';
import { previousInjury } from './factors/previous-injury.ts';
import { returnAfterBreak } from './factors/return-after-break.ts';
import { sessionSpike } from './factors/session-spike.ts';
import { speedSession } from './factors/speed-session.ts';
import { surface } from './factors/surface.ts';
import { treadmill } from './factors/treadmill.ts';
import { weeklyJump } from './factors/weekly-jump.ts';

/** See the head of this file. */
export const FACTORS = [
  painDuringRun,
  painAfterRun,
  sessionSpike,
  longDownhill,
  previousInjury,
  lowCadence,
  cadenceDrop,
  fastSteepDescent,
  cadenceFade,
  returnAfterBreak,
  weeklyJump,
  asymmetry,
  speedSession,
  surface,
  newGround,
  treadmill,
  longStep,
  dataQuality,
] as const;

/** Id of a factor in the registry. */
export type FactorId = (typeof FACTORS)[number]['id'];
