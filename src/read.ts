import type { ReadContext } from './context.ts';
import type { RunFacts } from './history/run-facts.ts';
import { takeFacts } from './history/take-facts.ts';
import type { Activity, Device, DeviceTotals, FileFormat, Warning } from './parse/activity.ts';
import { type AppField, appFields } from './parse/known-app-fields.ts';
import { parseAll } from './parse/parse.ts';
import type { ParseError } from './parse/parse-error.ts';
import { err, ok, type Result } from './result.ts';
import type { Segments } from './segment/segment.ts';
import { cutSegments } from './segment/segments.ts';
import { withGround } from './surface/ground.ts';
import { buildTrack } from './track/build-track.ts';
import type { Track } from './track/track.ts';

/** What is kept of a file: plain data and typed arrays, so it can be stored and sent between threads as it is. */
export interface Reading {
  readonly run: {
    readonly sport: 'running';
    readonly subSport: string | null;
    readonly startedAtMs: number;
    /** Maker and model in one line; null where the file does not tell. */
    readonly device: string | null;
    readonly format: FileFormat;
    readonly sha256: string;
  };
  readonly deviceTotals: DeviceTotals | null;
  /** What sensors of known makers recorded through an app; shown, never used. */
  readonly appFields: readonly AppField[];
  readonly track: Track;
  readonly segments: Segments;
  readonly facts: RunFacts;
  readonly warnings: readonly Warning[];
}

/** A file with one moment, or with nothing but pauses. */
const NOTHING_RUN: ParseError = {
  code: 'no-samples',
  message: 'The file holds no time in which anybody moved. Export the run again from the watch or its app.',
};

/**
 * The first road: what a file says. Done once a file and engine version, and kept, because it does not change when
 * another run arrives. Gives the first run of the file; see {@link readAll}.
 */
export function read(bytes: Uint8Array, context: ReadContext): Result<Reading, ParseError> {
  const all = readAll(bytes, context, () => context.sha256);
  if (!all.ok) return all;
  const [first] = all.value;
  return first ? ok(first) : err(NOTHING_RUN);
}

/**
 * The same for every run of a file, in order of time; most files hold one.
 *
 * @param shaOf the identity of a run by its place in the file: 0 for the first.
 * @returns at least one reading.
 */
export function readAll(
  bytes: Uint8Array,
  context: Omit<ReadContext, 'sha256'>,
  shaOf: (place: number) => string,
): Result<readonly Reading[], ParseError> {
  const parsed = parseAll(bytes, context);
  if (!parsed.ok) return parsed;
  const readings = parsed.value.flatMap((activity, place) =>
    readActivity(activity, { ...context, sha256: shaOf(place) }),
  );
  return readings.length > 0 ? ok(readings) : err(NOTHING_RUN);
}

/** The reading of one run; empty where nobody moved. */
function readActivity(activity: Activity, { sha256, cadenceUnit, terrain, maps, told }: ReadContext): [] | [Reading] {
  const { track: recorded, warnings } = buildTrack(activity, cadenceUnit, terrain);
  const track = withGround(recorded, { sha256, maps, told });
  if (!track.durationS.some((seconds) => seconds > 0)) return [];
  const { sport, subSport, startedAtMs, format } = activity;
  const segments = cutSegments(track);
  const reading: Reading = {
    run: { sport, subSport, startedAtMs, device: deviceName(activity.device), format, sha256 },
    deviceTotals: activity.deviceTotals,
    appFields: appFields(activity.developerFields),
    track,
    segments,
    facts: takeFacts(track, segments, { sha256, subSport }),
    warnings: [...activity.warnings, ...warnings],
  };
  return [reading];
}

function deviceName(device: Device | null): string | null {
  const words = [device?.manufacturer, device?.product].filter((word) => word !== null && word !== undefined);
  return words.length > 0 ? words.join(' ') : null;
}
