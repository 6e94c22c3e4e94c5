/** What a reading fills of a run's row. */
import type { RunFacts } from '#core';
import type { ReadAgain } from '../db/runs-repository.ts';
import type { FreshReading } from './reader.ts';

/** The class of ground with the longest way, however it is known. */
function mainGround({ surfaces }: RunFacts): string | null {
  const metres = new Map<string, number>();
  for (const { type, distanceM } of surfaces) metres.set(type, (metres.get(type) ?? 0) + distanceM);
  const [longest] = [...metres].sort(([, a], [, b]) => b - a);
  return longest === undefined || longest[0] === 'unknown' ? null : longest[0];
}

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
    ground: mainGround(facts),
    facts: JSON.stringify(facts),
    cadence_unit: cadenceUnit,
    engine_version: reading.upToDateWith(),
    read_at_ms: readAtMs,
  };
}
