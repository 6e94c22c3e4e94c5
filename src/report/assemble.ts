import { ENGINE_VERSION, MODEL_NAME } from '../engine.ts';
import type { Profile } from '../history/profile.ts';
import type { KneeLoad } from '../load/knee-load.ts';
import { tibiofemoralPeak } from '../load/tibiofemoral.ts';
import type { Reading } from '../read.ts';
import { isMoving } from '../segment/cut.ts';
import type { CadenceSegment, Extent } from '../segment/segment.ts';
import type { Track } from '../track/track.ts';
import { citationsUsed } from './citations-used.ts';
import { coverage } from './coverage.ts';
import { headline } from './headline.ts';
import { type Finding, REPORT_SCHEMA_VERSION, type Report, type Suggestion } from './schema.ts';

/** What the review found, to be put into the report. */
export interface Reviewed {
  readonly kneeLoad: KneeLoad;
  /** From `tibiofemoralColumn`. */
  readonly tibiofemoralBw: Float64Array;
  readonly cadenceSegments: readonly CadenceSegment[];
  readonly findings: readonly Finding[];
  readonly suggestions: readonly Suggestion[];
  /** Units of the sentences, and the body mass that turns body weights into kilograms. */
  readonly profile: Pick<Profile, 'units' | 'bodyMassKg'>;
}

/** Puts a reading and its review into the one shape that a reader sees. Adds no judgement of its own. */
export function assemble(reading: Reading, reviewed: Reviewed): Report {
  const { run, track, segments, facts } = reading;
  const { kneeLoad, findings, suggestions, profile } = reviewed;
  const tibiofemoralOver = (start: number, end: number) =>
    tibiofemoralPeak(track, reviewed.tibiofemoralBw, kneeLoad.steps, start, end);
  const withLoad = <T extends Extent>({ startIndex, endIndex, ...rest }: T) => ({
    ...rest,
    kneeLoadKm: sumOf(kneeLoad.kneeLoadKm, startIndex, endIndex),
    tibiofemoralPeakBw: tibiofemoralOver(startIndex, endIndex),
  });
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    engine: { version: ENGINE_VERSION, model: MODEL_NAME },
    units: profile.units,
    headline: headline(facts, kneeLoad.flatEasyKm, profile.units),
    run: {
      sport: run.sport,
      subSport: run.subSport,
      startedAt: new Date(run.startedAtMs).toISOString(),
      device: run.device,
      format: run.format,
      sha256: run.sha256,
    },
    totals: {
      distanceM: facts.distanceM,
      elapsedTimeS: facts.elapsedTimeS,
      timerTimeS: facts.timerTimeS,
      movingTimeS: facts.movingTimeS,
      ascentM: facts.ascentM,
      descentM: facts.descentM,
      steps: facts.steps,
      meanCadenceSpm: facts.meanCadenceSpm,
      runningCadenceSpm: facts.runningCadenceSpm,
      walkingCadenceSpm: facts.walkingCadenceSpm,
    },
    deviceTotals: reading.deviceTotals,
    coverage: coverage(track),
    altitudeSource: track.altitudeSource,
    cadenceReading: track.cadenceReading,
    appFields: reading.appFields.map(({ coverageRatio, ...field }) => ({ ...field, coveragePct: 100 * coverageRatio })),
    segments: {
      grade: segments.grade.map(withLoad),
      cadence: reviewed.cadenceSegments.map(withLoad),
      surface: segments.surface.map(withLoad),
    },
    surfaces: [...facts.surfaces],
    onMapPct: onMapPct(track),
    kneeLoad: {
      flatEasyKm: kneeLoad.flatEasyKm,
      byExponent: kneeLoad.byExponent,
      peakBw: kneeLoad.runningPeakBw,
      peakKg:
        kneeLoad.runningPeakBw === null || profile.bodyMassKg === null
          ? null
          : kneeLoad.runningPeakBw.p95 * profile.bodyMassKg,
      tibiofemoralPeakBw: tibiofemoralOver(0, track.length),
      notes: [...kneeLoad.notes],
    },
    findings: [...findings],
    suggestions: [...suggestions],
    warnings: [...reading.warnings],
    citations: citationsUsed(findings, suggestions),
  };
}

/** Load of intervals `[start, end)`; what a segment carries, so that segments add up to the whole. */
function sumOf(column: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += column[i] as number;
  return sum;
}

/** Share of the way while moving that lies on ways of a map, per cent; null where none does. */
function onMapPct(track: Track): number | null {
  let onMapM = 0;
  let movedM = 0;
  for (let i = 0; i + 1 < track.length; i++) {
    if (!isMoving(track, i)) continue;
    const stepM = (track.distanceM[i + 1] as number) - (track.distanceM[i] as number);
    movedM += stepM;
    if (!Number.isNaN(track.wayId[i] as number)) onMapM += stepM;
  }
  return onMapM > 0 ? (100 * onMapM) / movedM : null;
}
