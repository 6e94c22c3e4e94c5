/** A run as the load model sees it, for the page to change and work out again. */
import type { LoadInput } from '#contract/runs';
import type { RunnerBody, Track } from '#core';

/** Decimals kept; the load worked out from them agrees with the report's to far below its last figure. */
const DECIMALS = 3;
const SCALE = 10 ** DECIMALS;

const rounded = (value: number): number => Math.round(value * SCALE) / SCALE;
const numbers = (column: Float64Array) => Array.from(column, rounded);
const orNulls = (column: Float64Array) => Array.from(column, (value) => (Number.isNaN(value) ? null : rounded(value)));

/**
 * @param track The run.
 * @param runner Whom its load was worked out for.
 */
export function loadInput(track: Track, runner: RunnerBody): LoadInput {
  const reading = track.cadenceReading;
  return {
    durationS: numbers(track.durationS),
    distanceM: numbers(track.distanceM),
    speedMps: orNulls(track.speedMps),
    gradePct: orNulls(track.gradePct),
    gradeErrorPct: orNulls(track.gradeErrorPct),
    cadenceSpm: orNulls(track.cadenceSpm),
    gait: [...track.gait],
    surface: [...track.surface],
    gradeWindowM: track.gradeWindowM,
    cadenceReading: reading && { unit: reading.unit, certain: reading.certain },
    runner: { heightM: runner.heightM, ownLine: runner.ownLine },
  };
}
