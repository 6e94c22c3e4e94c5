import type { Result } from '../result.ts';
import type { Activity, Device, DeviceTotals } from './activity.ts';
import { assembleRuns } from './assemble-runs.ts';
import { chooseRuns } from './choose-runs.ts';
import { foreignXml } from './foreign-file.ts';
import { GpxReader } from './gpx.ts';
import { lapPauses } from './lap-pauses.ts';
import {
  MAX_OTHER_MESSAGES,
  MAX_SAMPLES,
  MAX_XML_DEPTH,
  MAX_XML_ELEMENTS,
  MAX_XML_ELEMENTS_BESIDE_POINTS,
  XML_ELEMENTS_A_POINT,
} from './limits.ts';
import type { ParseError } from './parse-error.ts';
import type { ParseOptions } from './parse-options.ts';
import { refuse, refuseEmptyGpx, refuseNoSamples, refuseSport, refuseTooManySamples } from './refuse.ts';
import { joinSpans, type SpanMs, spansWithin } from './span.ts';
import { byRest } from './stretches.ts';
import { TcxReader } from './tcx.ts';
import { TrackPoints, type XmlStretch } from './track-points.ts';
import { Warnings } from './warnings.ts';
import { readXml } from './xml-events.ts';

/** The device's sums over its laps (TCX) or tracks (GPX), each where all tell it. What cadence counts, neither says. */
function totalsOf(parts: readonly Partial<DeviceTotals>[]): DeviceTotals | null {
  const sum = (name: keyof DeviceTotals): number | null =>
    parts.some((part) => (part[name] ?? null) === null)
      ? null
      : parts.reduce((total, part) => total + (part[name] ?? 0), 0);
  const sums = {
    distanceM: sum('distanceM'),
    elapsedTimeS: null,
    timerTimeS: sum('timerTimeS'),
    movingTimeS: sum('movingTimeS'),
    ascentM: sum('ascentM'),
    descentM: sum('descentM'),
  };
  const isTold = parts.length > 0 && Object.values(sums).some((value) => value !== null);
  return isTold ? { ...sums, meanCadenceSpm: null, steps: null } : null;
}

/** Pauses of the chosen activities that only the sums of their laps tell. */
function pausesByLaps(reader: TcxReader, points: TrackPoints, stretches: readonly XmlStretch[]): SpanMs[] {
  const told = joinSpans(points.pauses);
  return stretches.flatMap((stretch) => {
    const { rows } = stretch;
    const timerS = totalsOf(reader.laps.get(stretch) ?? [])?.timerTimeS;
    if (!timerS) return [];
    const [first, last] = [points.table.timeMs(rows[0] ?? 0), points.table.timeMs(rows.at(-1) ?? 0)];
    return lapPauses(points.table, rows, timerS, spansWithin(told, first, last));
  });
}

function deviceOf(reader: GpxReader | TcxReader): Device | null {
  if (reader instanceof TcxReader) return reader.device;
  return reader.creator === null ? null : { manufacturer: null, product: reader.creator, firmware: null };
}

/**
 * Reads a GPX or TCX file, told by its root element.
 *
 * @param bytes told to be XML by their content; any encoding.
 */
export function parseXml(
  bytes: Uint8Array,
  { treatAsRun = false }: ParseOptions,
): Result<readonly Activity[], ParseError> {
  const warnings = new Warnings();
  const points = new TrackPoints(warnings);
  const found: { reader: GpxReader | TcxReader | null; root: string } = { reader: null, root: '' };
  const end = readXml(
    bytes,
    (root, attributes) => {
      found.root = root;
      if (root.toLowerCase() === 'gpx') found.reader = new GpxReader(points, attributes.get('creator')?.toString());
      else if (root === 'TrainingCenterDatabase') found.reader = new TcxReader(points);
      return found.reader;
    },
    (elements) => {
      const met = points.table.length + points.withoutTime + (found.reader?.planned ?? 0);
      return (
        met > MAX_SAMPLES ||
        points.parts + (found.reader?.lapCount ?? 0) > MAX_OTHER_MESSAGES ||
        elements > MAX_XML_ELEMENTS ||
        elements > MAX_XML_ELEMENTS_BESIDE_POINTS + met * XML_ELEMENTS_A_POINT
      );
    },
    warnings,
  );
  const { reader, root } = found;
  if (end === 'too-many') return refuseTooManySamples();
  if (end === 'too-deep')
    return refuse('too-large', `The file nests elements deeper than ${MAX_XML_DEPTH}; no run does. Export it again.`);
  if (end === 'entities')
    return refuse('damaged-file', 'The file defines XML entities, which no watch writes. Export it again.');
  if (!reader) {
    if (root === '')
      return refuse('damaged-file', 'The file begins like XML but holds no element. Export the run again.');
    return refuse('unknown-format', foreignXml(root));
  }
  reader.finish();
  if (end === 'cut') warnings.add('cut-short');
  if (end === 'damaged') warnings.add('xml-damaged');

  if (points.stretches.length === 0) {
    if (points.withoutTime > 0 || reader.planned > 0) {
      const why = points.withoutTime > 0 ? 'its points have no time' : 'it holds no recorded track';
      return refuseSport('planned route', {
        why: `This file is a planned route: ${why}. The page "Before a run" tells what it would ask.`,
      });
    }
    if (end === 'cut' || end === 'damaged') {
      return refuse('damaged-file', 'No point could be read from this file before its damage. Export the run again.');
    }
    return reader instanceof GpxReader ? refuseEmptyGpx() : refuseNoSamples();
  }
  warnings.add('points-without-time', points.withoutTime);
  const chosen = chooseRuns(points.table, points.stretches, treatAsRun, warnings);
  if (!chosen.ok) return chosen;
  const { stretches, basisOf } = chosen.value;
  const isTcx = reader instanceof TcxReader;
  const pauses = isTcx ? [...points.pauses, ...pausesByLaps(reader, points, stretches)] : points.pauses;
  const runs = isTcx
    ? stretches.map((stretch) => [stretch] as const)
    : byRest(points.table, points.stretches, new Set(stretches));
  return assembleRuns(points.table, runs, basisOf, pauses, warnings, (own) => {
    const laps = isTcx ? own.flatMap((stretch) => reader.laps.get(stretch) ?? []) : [];
    return {
      format: isTcx ? 'tcx' : 'gpx',
      startedAtMs: Number.NaN,
      cadenceUnit: 'undecided',
      laps,
      device: deviceOf(reader),
      deviceTotals: totalsOf(isTcx ? laps : own.map((stretch) => reader.totals.get(stretch) ?? {})),
      developerColumns: [],
      hasBarometer: null,
    };
  });
}
