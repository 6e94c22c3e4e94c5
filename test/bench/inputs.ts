/** The files that are measured: made by the simulator, the same bytes each time. */
import type { Channel, Recording } from '../../fixtures/recording.ts';
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
function rollingRun(km: number, easySpeedMps = USUAL_MPS): Recording {
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

/** The first so many samples of a recording. */
function firstOf(recording: Recording, samples: number): Recording {
  const cut = (channel: Channel | null): Channel | null => channel?.slice(0, samples) ?? null;
  return {
    ...recording,
    timeS: recording.timeS.slice(0, samples),
    latDeg: cut(recording.latDeg),
    lonDeg: cut(recording.lonDeg),
    altitudeM: cut(recording.altitudeM),
    distanceM: cut(recording.distanceM),
    speedMps: cut(recording.speedMps),
    cadenceSpm: cut(recording.cadenceSpm),
    heartRateBpm: cut(recording.heartRateBpm),
    stepLengthM: cut(recording.stepLengthM),
    groundContactMs: cut(recording.groundContactMs),
    groundContactBalancePct: cut(recording.groundContactBalancePct),
    verticalOscillationMm: cut(recording.verticalOscillationMm),
    laps: [],
  };
}

/** A file to measure. */
export interface Input {
  readonly name: string;
  readonly records: number;
  readonly bytes: Uint8Array;
}

const MARATHON_KM = 42;
const DAY_S = 86_400;
/** Makes a GPX of a little more than 50 MB. */
const LARGE_KM = 650;

/** Each input by name: a recording, whose file is of the kind that the name ends with. */
const RECORDINGS = {
  'marathon.fit': () => rollingRun(MARATHON_KM),
  'marathon.gpx': () => rollingRun(MARATHON_KM),
  'marathon.tcx': () => rollingRun(MARATHON_KM),
  '2-marathons.fit': () => rollingRun(2 * MARATHON_KM),
  '4-marathons.fit': () => rollingRun(4 * MARATHON_KM),
  '2-marathons.gpx': () => rollingRun(2 * MARATHON_KM),
  '4-marathons.gpx': () => rollingRun(4 * MARATHON_KM),
  '24-hours.fit': () => firstOf(rollingRun(300), DAY_S),
  '50-mb.gpx': () => rollingRun(LARGE_KM),
} as const satisfies Readonly<Record<string, () => Recording>>;

/** See {@link RECORDINGS}. */
export type InputName = keyof typeof RECORDINGS;

/** Makes one of the files. */
export function makeInput(name: InputName): Input {
  const recording = RECORDINGS[name]();
  const write = name.endsWith('.fit') ? writeFit : name.endsWith('.tcx') ? writeTcx : writeGpx;
  return { name, records: recording.timeS.length, bytes: write(recording) };
}

/** A marathon of about 20,000 samples, for the sliders. */
export const slowMarathonFit = (): Uint8Array => writeFit(rollingRun(MARATHON_KM, SLOW_MPS));
