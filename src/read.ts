import type { ReadContext } from './context.ts';
import type { RunFacts } from './history/run-facts.ts';
import { takeFacts } from './history/take-facts.ts';
import type { Device, DeviceTotals, FileFormat, Warning } from './parse/activity.ts';
import { parse } from './parse/parse.ts';
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
 * another run arrives.
 */
export function read(bytes: Uint8Array, context: ReadContext): Result<Reading, ParseError> {
  const parsed = parse(bytes);
  if (!parsed.ok) return parsed;
  const activity = parsed.value;
  const { track: recorded, warnings } = buildTrack(activity, context.cadenceUnit);
  const track = withGround(recorded, context.maps ?? []);
  if (!track.durationS.some((seconds) => seconds > 0)) return err(NOTHING_RUN);
  const { sport, subSport, startedAtMs, format } = activity;
  const { sha256 } = context;
  return ok({
    run: { sport, subSport, startedAtMs, device: deviceName(activity.device), format, sha256 },
    deviceTotals: activity.deviceTotals,
    track,
    segments: cutSegments(track),
    facts: takeFacts(track, { sha256, subSport }),
    warnings: [...activity.warnings, ...warnings],
  });
}

function deviceName(device: Device | null): string | null {
  const words = [device?.manufacturer, device?.product].filter((word) => word !== null && word !== undefined);
  return words.length > 0 ? words.join(' ') : null;
}
