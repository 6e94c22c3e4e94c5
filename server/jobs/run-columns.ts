/** What a reading fills of a run's row. */
import type { ReadAgain } from '../db/runs-repository.ts';
import type { FreshReading } from './reader.ts';

/**
 * @param cadenceUnit The runner's word that the reading went by.
 * @param readAtMs Milliseconds since 1970, UTC.
 */
export function runColumns(
  reading: FreshReading,
  cadenceUnit: 'strides' | 'steps' | null,
  readAtMs: number,
): ReadAgain {
  const { facts, format, device } = reading;
  return {
    started_at_ms: facts.startedAtMs,
    sub_sport: facts.subSport,
    format,
    device,
    distance_m: facts.distanceM,
    moving_time_s: facts.movingTimeS,
    ascent_m: facts.ascentM,
    descent_m: facts.descentM,
    running_cadence_spm: facts.runningCadenceSpm,
    facts: JSON.stringify(facts),
    cadence_unit: cadenceUnit,
    engine_version: reading.upToDateWith(),
    read_at_ms: readAtMs,
  };
}
