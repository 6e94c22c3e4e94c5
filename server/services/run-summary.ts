/** Runs as lists and comparisons show them. */
import type { RunSummary } from '#contract/runs';
import type { SummaryRow } from '../db/run-summaries.ts';

/** How far back the runs go that a report is compared with, days; as on the page. */
const COMPARED_DAYS = 28;
const DAY_MS = 86_400_000;

/** A run's summary, or null while it has not been reviewed. */
export function asSummary(row: SummaryRow): RunSummary | null {
  const { load_low_km: low, load_mid_km: mid, load_high_km: high, severity, flags } = row;
  if (low === null || mid === null || high === null || severity === null || flags === null) return null;
  return {
    id: row.id,
    sha256: row.sha256,
    fileName: row.file_name,
    startedAt: new Date(row.started_at_ms).toISOString(),
    subSport: row.sub_sport,
    format: row.format,
    device: row.device,
    distanceM: row.distance_m,
    movingTimeS: row.moving_time_s,
    ascentM: row.ascent_m,
    descentM: row.descent_m,
    runningCadenceSpm: row.running_cadence_spm,
    kneeLoadKm: { low, mid, high },
    severity,
    flags: JSON.parse(flags) as RunSummary['flags'],
    title: row.title,
    gear: row.gear,
    ground: row.ground,
  };
}

/** The runs of the four weeks before a run. @param startedAt of that run, ISO 8601 */
export function earlierThan(runs: readonly RunSummary[], startedAt: string): RunSummary[] {
  const untilMs = Date.parse(startedAt);
  return runs.filter((run) => {
    const atMs = Date.parse(run.startedAt);
    return atMs < untilMs && atMs >= untilMs - COMPARED_DAYS * DAY_MS;
  });
}
