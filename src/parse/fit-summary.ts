import { getFitGarminProductDisplayName } from 'fit-file-parser';
import { STEPS_FROM_PER_MIN } from '../units.ts';
import type { Device, DeviceTotals } from './activity.ts';
import type { LapMs } from './assemble.ts';
import { type FitFields, fitNumber, fitText, fitTimeMs } from './fit-decode.ts';
import type { LapSums } from './lap-way.ts';

const STEPS_PER_STRIDE = 2;

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
const first = (...values: number[]): number => values.find(Number.isFinite) ?? Number.NaN;

/** Strides a minute of a session or lap; 0 means not measured. */
function meanStridesPerMin(sums: FitFields): number {
  const strides = first(fitNumber(sums.avg_running_cadence), fitNumber(sums.avg_cadence));
  return strides > 0 ? strides + first(fitNumber(sums.avg_fractional_cadence), 0) : Number.NaN;
}

/** Steps a minute of a session, both feet. Some programs write steps where FIT wants strides. */
function meanCadenceSpm(session: FitFields): number {
  const strides = meanStridesPerMin(session);
  return strides >= STEPS_FROM_PER_MIN ? strides : strides * STEPS_PER_STRIDE;
}

/** Steps of a session; FIT counts a run's strides as cycles. */
function steps(session: FitFields): number {
  const strides = first(fitNumber(session.total_strides), fitNumber(session.total_cycles));
  return strides > 0
    ? Math.round((strides + first(fitNumber(session.total_fractional_cycles), 0)) * STEPS_PER_STRIDE)
    : Number.NaN;
}

/** The device's own sums of a session; null where the file has none. */
export function fitTotals(session: FitFields): DeviceTotals | null {
  if (Object.keys(session).length === 0) return null;
  return {
    distanceM: orNull(fitNumber(session.total_distance)),
    elapsedTimeS: orNull(fitNumber(session.total_elapsed_time)),
    timerTimeS: orNull(fitNumber(session.total_timer_time)),
    movingTimeS: orNull(fitNumber(session.total_moving_time)),
    ascentM: orNull(fitNumber(session.total_ascent)),
    descentM: orNull(fitNumber(session.total_descent)),
    meanCadenceSpm: orNull(meanCadenceSpm(session)),
    steps: orNull(steps(session)),
  };
}

/** A lap message; null where it has no start. */
export function fitLap(lap: FitFields): LapMs | null {
  const startMs = fitTimeMs(lap.start_time);
  if (Number.isNaN(startMs)) return null;
  return {
    startMs,
    elapsedTimeS: orNull(fitNumber(lap.total_elapsed_time)),
    timerTimeS: orNull(fitNumber(lap.total_timer_time)),
    distanceM: orNull(fitNumber(lap.total_distance)),
  };
}

/** Way and time of a lap or session; NaN where it does not tell. */
export function fitLapSums(sums: FitFields): LapSums {
  return {
    startMs: fitTimeMs(sums.start_time),
    seconds: first(fitNumber(sums.total_elapsed_time), fitNumber(sums.total_timer_time)),
    distanceM: fitNumber(sums.total_distance),
    cadencePerMin: meanStridesPerMin(sums),
  };
}

/** The watch by its own messages; null where they name nothing. */
export function fitDevice(
  fileIds: readonly FitFields[],
  devices: readonly FitFields[],
  creators: readonly FitFields[],
): Device | null {
  const [fileId = {}] = fileIds;
  const creator = devices.find((device) => device.device_index === 'creator' || device.device_index === 0) ?? {};
  const manufacturer = fitText(fileId.manufacturer) ?? fitText(creator.manufacturer);
  const number = first(fitNumber(fileId.product), fitNumber(creator.product));
  const garminName =
    manufacturer === 'garmin' && Number.isFinite(number) ? getFitGarminProductDisplayName(number) : null;
  const product =
    fitText(fileId.product_name) ?? fitText(creator.product_name) ?? garminName ?? fitText(fileId.garmin_product);
  const version = first(fitNumber(creator.software_version), fitNumber(creators[0]?.software_version) / 100);
  const firmware = version > 0 ? version.toFixed(2) : null;
  return manufacturer || product || firmware ? { manufacturer, product, firmware } : null;
}

/** True where the watch lists a barometer of its own; null where no message tells. */
export const fitBarometer = (devices: readonly FitFields[]): boolean | null =>
  devices.some((device) => device.device_type === 'barometer') || null;
