/**
 * Every source the product stands on, told once. Model, factors, advice and documents refer to it by its key
 * (first author and year, with a word after it where one author has two). A test fails on a key that nobody uses.
 */
import type { Citation } from './citation.ts';
import { GRADE } from './grade.ts';
import { PAIN_CARE } from './pain-care.ts';
import { SPEED_AND_FORCE } from './speed-and-force.ts';
import { STEP_RATE } from './step-rate.ts';
import { SURFACE_AND_DEVICE } from './surface-and-device.ts';
import { TRAINING_LOAD } from './training-load.ts';
import { USUAL_CADENCE } from './usual-cadence.ts';

/** The registry, by topic: where a new source is entered. */
export const CITATIONS_BY_TOPIC = {
  'step rate': STEP_RATE,
  'usual cadence': USUAL_CADENCE,
  grade: GRADE,
  'speed and force': SPEED_AND_FORCE,
  'training load': TRAINING_LOAD,
  'surface and device': SURFACE_AND_DEVICE,
  'pain and care': PAIN_CARE,
} as const satisfies Record<string, Record<string, Citation>>;

/** The registry, by key. */
export const CITATIONS = {
  ...STEP_RATE,
  ...USUAL_CADENCE,
  ...GRADE,
  ...SPEED_AND_FORCE,
  ...TRAINING_LOAD,
  ...SURFACE_AND_DEVICE,
  ...PAIN_CARE,
} as const satisfies Record<string, Citation>;

/** A key that is in the registry. */
export type CitationKey = keyof typeof CITATIONS;
