import type { Result } from '../result.ts';
import type { Activity } from './activity.ts';
import { assemble } from './assemble.ts';
import { chooseRuns } from './choose-runs.ts';
import { decodeFit, type FitFields, fitText, fitTimeMs } from './fit-decode.ts';
import { timerPauses } from './fit-events.ts';
import { type FitPart, frameFit } from './fit-framing.ts';
import { addDeveloperValues, addFitRecord, type DeveloperColumns } from './fit-record.ts';
import { type FitStretch, stretchesOf } from './fit-sessions.ts';
import { fitBarometer, fitDevice, fitLap, fitTotals } from './fit-summary.ts';
import type { ParseError } from './parse-error.ts';
import { refuse, refuseNoSamples, refuseSport } from './refuse.ts';
import { SampleTable } from './sample-table.ts';
import type { SpanMs } from './span.ts';
import { Warnings } from './warnings.ts';

/** Everything decoded from the parts of a file so far. */
interface Decoded {
  readonly table: SampleTable;
  readonly developer: DeveloperColumns;
  readonly fileIds: FitFields[];
  readonly devices: FitFields[];
  readonly creators: FitFields[];
  readonly laps: FitFields[];
  readonly pauses: SpanMs[];
  readonly stretches: { readonly stretch: FitStretch; readonly rows: readonly [from: number, to: number] }[];
}

/** Decodes one part behind the others; returns whether anything could be read. */
function addPart(decoded: Decoded, part: FitPart, warnings: Warnings): boolean {
  const { table } = decoded;
  const from = table.length;
  const sessions: FitFields[] = [];
  const sports: FitFields[] = [];
  const laps: FitFields[] = [];
  const events: FitFields[] = [];
  let readAny = false;
  for (const piece of part.pieces) {
    const messages = decodeFit(piece, warnings);
    if (!messages) {
      warnings.add('damaged-part', piece.length);
      continue;
    }
    readAny = true;
    for (const record of messages.records) {
      if (addFitRecord(table, record))
        addDeveloperValues(decoded.developer, part.developerFields, record, table.length - 1);
      else warnings.add('points-without-time');
    }
    sessions.push(...messages.sessions);
    sports.push(...messages.sports);
    laps.push(...messages.laps);
    events.push(...messages.events);
    decoded.fileIds.push(...messages.fileIds);
    decoded.devices.push(...messages.devices);
    decoded.creators.push(...messages.creators);
  }
  const rows = [from, table.length] as const;
  const hasRecords = table.length > from;
  if (!hasRecords && sessions.length === 0) return readAny;
  const known = new Set(decoded.stretches.map(({ stretch }) => fitTimeMs(stretch.session.start_time)));
  const fresh = stretchesOf(sessions, sports, laps).filter(({ session }) => !known.has(fitTimeMs(session.start_time)));
  if (fresh.length === 0) {
    warnings.add('repeated-part');
    return readAny;
  }
  decoded.laps.push(...laps);
  decoded.pauses.push(...timerPauses(events));
  decoded.stretches.push(...fresh.map((stretch) => ({ stretch, rows })));
  return readAny;
}

/** Rows of a stretch; the distance counter of a later session goes on where the one before ended. */
function rowsOf(table: SampleTable, { stretch, rows: [from, to] }: Decoded['stretches'][number]): number[] {
  const rows: number[] = [];
  for (let row = from; row < to; row += 1) {
    const timeMs = table.timeMs(row);
    if (timeMs >= stretch.startMs && timeMs < stretch.endMs) rows.push(row);
  }
  return rows;
}

/**
 * Reads a FIT file.
 *
 * @param bytes told to be FIT by their content.
 * @returns the run or runs in it; else why not.
 */
export function parseFit(bytes: Uint8Array): Result<Activity, ParseError> {
  const warnings = new Warnings();
  const parts = frameFit(bytes, warnings);
  if (!parts.ok) return parts;
  const table = new SampleTable();
  const decoded: Decoded = {
    table,
    developer: new Map(),
    fileIds: [],
    devices: [],
    creators: [],
    laps: [],
    pauses: [],
    stretches: [],
  };
  const read = parts.value.map((part) => addPart(decoded, part, warnings));
  if (!read.includes(true)) {
    return refuse(
      'damaged-file',
      'Nothing in this FIT file could be decoded. Copy it from the watch or export it again.',
    );
  }
  const kind = fitText(decoded.fileIds[0]?.type);
  if (kind !== null && kind !== 'activity') return refuseSport(`a FIT file of the kind ${kind.replaceAll('_', ' ')}`);

  if (decoded.stretches.length === 0) return refuseNoSamples();
  const selection = chooseRuns(
    decoded.stretches.map((one) => ({ ...one, verdict: one.stretch.verdict })),
    warnings,
  );
  if (!selection.ok) return selection;
  const { stretches: chosen, run } = selection.value;

  const rowLists = chosen.map((one) => rowsOf(table, one));
  const rows = Uint32Array.from(rowLists.flat());
  const sessions = chosen.map(({ stretch }) => stretch.session);
  const bounds = rowLists.filter((list) => list.length > 0);
  const between = bounds.slice(1).map((list, i) => ({
    startMs: table.timeMs(bounds[i]?.at(-1) ?? 0),
    endMs: table.timeMs(list[0] ?? 0),
  }));
  return assemble({
    format: 'fit',
    table,
    rows,
    run,
    startedAtMs: fitTimeMs(sessions[0]?.start_time),
    cadenceUnit: 'strides',
    pauses: [...decoded.pauses, ...between],
    laps: decoded.laps.flatMap((lap) => fitLap(lap) ?? []),
    device: fitDevice(decoded.fileIds, decoded.devices, decoded.creators),
    deviceTotals: fitTotals(sessions),
    developerFields: [...decoded.developer.values()].map(({ field: { key: _key, ...field }, column }) => ({
      ...field,
      values: column.pick(rows),
    })),
    hasBarometer: fitBarometer(decoded.devices),
    warnings,
  });
}
