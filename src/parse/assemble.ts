import { ok, type Result } from '../result.ts';
import type { Activity, CadenceUnit, DeveloperField, Device, DeviceTotals, FileFormat, Samples } from './activity.ts';
import type { RunBasis } from './choose-runs.ts';
import { judgeBySpeed } from './moving-speed.ts';
import type { ParseError } from './parse-error.ts';
import { plausibleRows } from './plausible-times.ts';
import { refuseNoSamples, refuseSport } from './refuse.ts';
import type { GrowingColumn, SampleTable } from './sample-table.ts';
import { joinSpans, type SpanMs, spansWithin } from './span.ts';
import type { Warnings } from './warnings.ts';

/** Longest time between the start that a device tells and its first point; more is a slip of the clock. Assumption. */
const LONGEST_LEAD_MS = 3_600_000;

/** A lap with its start in milliseconds since 1970. */
export interface LapMs {
  readonly startMs: number;
  readonly elapsedTimeS: number | null;
  readonly timerTimeS: number | null;
  readonly distanceM: number | null;
}

/** A developer field with its values by row. */
export interface DeveloperColumn {
  readonly field: Omit<DeveloperField, 'values'>;
  readonly column: GrowingColumn;
}

/** What a format's reader has found, in milliseconds since 1970. */
export interface Found {
  readonly format: FileFormat;
  readonly table: SampleTable;
  /** Rows of the run, in file order. */
  readonly rows: Uint32Array;
  readonly basis: RunBasis;
  /** The device's word on the start; not finite where it gives none. */
  readonly startedAtMs: number;
  readonly cadenceUnit: CadenceUnit;
  /** Stops of the timer in the whole file, in order and apart. */
  readonly pauses: readonly SpanMs[];
  /** Between the stretches of this run. */
  readonly rests: readonly SpanMs[];
  readonly laps: readonly LapMs[];
  readonly device: Device | null;
  readonly deviceTotals: DeviceTotals | null;
  readonly developerColumns: readonly DeveloperColumn[];
  readonly hasBarometer: boolean | null;
  readonly warnings: Warnings;
}

function extent(table: SampleTable, rows: Uint32Array): SpanMs {
  let startMs = Infinity;
  let endMs = -Infinity;
  for (const timeMs of table.timesMs(rows)) {
    startMs = Math.min(startMs, timeMs);
    endMs = Math.max(endMs, timeMs);
  }
  return { startMs, endMs };
}

/** FIT's word for a run on a treadmill before the picture of a landscape. */
const VIRTUAL = 'virtual_activity';

/**
 * A virtual run without its heights, and without its places where a counter tells the way: they are those of a picture, and a descent
 * on a screen loads no knee.
 */
function withoutPicture(samples: Samples, warnings: Warnings): Samples {
  const places = samples.distanceM === null ? {} : { latDeg: null, lonDeg: null };
  warnings.add('virtual-places', samples.latDeg === null && samples.altitudeM === null ? 0 : 1);
  return { ...samples, altitudeM: null, ...places };
}

/** Puts the parts of a run together; refuses what has no sample or, by its speed, is no run. */
export function assemble(found: Found): Result<Activity, ParseError> {
  const { table, warnings, basis } = found;
  const rows = plausibleRows(table, found.rows, warnings);
  if (rows.length === 0) return refuseNoSamples();
  if (basis.kind === 'told') warnings.add('sport-told');
  if (basis.kind === 'open') {
    const verdict = judgeBySpeed(table, rows);
    if (verdict.kind === 'other') return refuseSport(verdict.sport, { why: verdict.why, mayOverrule: true });
    warnings.add('sport-assumed');
  }
  const recorded = extent(table, rows);
  const toldEarlierMs = recorded.startMs - found.startedAtMs;
  const startedAtMs = toldEarlierMs > 0 && toldEarlierMs <= LONGEST_LEAD_MS ? found.startedAtMs : recorded.startMs;
  const seconds = (ms: number): number => (ms - startedAtMs) / 1000;
  const inside = joinSpans(
    [...spansWithin(found.pauses, startedAtMs, recorded.endMs), ...found.rests].map(({ startMs, endMs }) => ({
      startMs: Math.max(startMs, startedAtMs),
      endMs: Math.min(endMs, recorded.endMs),
    })),
  );
  const samples = table.samples(rows, startedAtMs);
  return ok({
    format: found.format,
    sport: 'running',
    sportBasis: basis.kind === 'open' ? 'assumed' : basis.kind,
    subSport: basis.subSport,
    startedAtMs,
    device: found.device,
    samples: basis.subSport === VIRTUAL ? withoutPicture(samples, warnings) : samples,
    cadenceUnit: found.cadenceUnit,
    pauses: inside.map(({ startMs, endMs }) => ({ startS: seconds(startMs), endS: seconds(endMs) })),
    laps: found.laps.map(({ startMs, ...lap }) => ({ startS: seconds(startMs), ...lap })),
    deviceTotals: found.deviceTotals,
    developerFields: found.developerColumns.map(({ field, column }) => ({ ...field, values: column.pick(rows) })),
    hasBarometer: found.hasBarometer,
    warnings: warnings.list(),
  });
}
