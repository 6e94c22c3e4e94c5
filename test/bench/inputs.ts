/** The files that are measured: made by the simulator, the same bytes each time. */
import type { Recording } from '../../fixtures/recording.ts';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';

const SEED = 42195;
/** A rolling kilometre, repeated. */
const ROLLING = [
  { lengthM: 400, gradePct: 0 },
  { lengthM: 300, gradePct: 3 },
  { lengthM: 300, gradePct: -3 },
];

const USUAL_MPS = 2.9;
/** A marathon at this speed has about 20,000 samples. */
const SLOW_MPS = 2.1;

/** A run of so many kilometres with a sample each second. */
function rollingRun(km: number, easySpeedMps: number): Recording {
  const plan: RunPlan = {
    startedAtMs: Date.UTC(2026, 3, 12, 8),
    subSport: null,
    legs: Array.from({ length: km }, () => ROLLING).flat(),
    easySpeedMps,
    cadenceFactor: 1,
    stops: [],
    watch: WATCH,
  };
  return simulateRun(plan, SEED).recording;
}

/** A file to measure. */
export interface Input {
  readonly name: string;
  readonly records: number;
  readonly bytes: Uint8Array;
}

const input = (name: string, recording: Recording, bytes: Uint8Array): Input => ({
  name,
  records: recording.timeS.length,
  bytes,
});

/** Names of {@link makeInput}. */
export const INPUT_NAMES = ['marathon.fit', 'marathon.gpx', 'marathon.tcx', '100-miles.gpx'] as const;
/** See {@link INPUT_NAMES}. */
export type InputName = (typeof INPUT_NAMES)[number];

/** Makes one of the files. */
export function makeInput(name: InputName): Input {
  const recording = rollingRun(name === '100-miles.gpx' ? 161 : 42, USUAL_MPS);
  if (name.endsWith('.fit')) return input(name, recording, writeFit(recording));
  return input(name, recording, name.endsWith('.tcx') ? writeTcx(recording) : writeGpx(recording));
}

/** A marathon of about 20,000 samples, for the sliders. */
export const slowMarathonFit = (): Uint8Array => writeFit(rollingRun(42, SLOW_MPS));
