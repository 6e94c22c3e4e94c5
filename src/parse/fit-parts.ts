import { CompressedSpeedDistance } from './compressed-speed-distance.ts';
import { decodeFit, type FitFields, fitText, fitTimeMs } from './fit-decode.ts';
import { timerPauses } from './fit-events.ts';
import type { FitPart } from './fit-framing.ts';
import { addDeveloperValues, addFitRecord, type DeveloperColumns } from './fit-record.ts';
import { type FitStretch, stretchesOf } from './fit-sessions.ts';
import { SampleTable } from './sample-table.ts';
import { type SpanMs, spanAt } from './span.ts';
import type { SportVerdict } from './sport.ts';
import type { StretchRows } from './stretches.ts';
import type { Warnings } from './warnings.ts';

/** A stretch of one sport with its rows, laps and session message. */
export interface FoundStretch extends StretchRows {
  readonly verdict: SportVerdict;
  readonly session: FitFields;
  readonly laps: readonly FitFields[];
}

const ACTIVITY = 'activity';

/** Decodes the parts of a FIT file one after the other and collects what they hold. */
export class FitParts {
  readonly table = new SampleTable();
  readonly developer: DeveloperColumns = new Map();
  readonly stretches: FoundStretch[] = [];
  readonly pauses: SpanMs[] = [];
  readonly fileIds: FitFields[] = [];
  readonly devices: FitFields[] = [];
  readonly creators: FitFields[] = [];
  /** What parts without any run say they are: `settings`, `course` … */
  readonly otherKinds: string[] = [];
  /** Whether anything at all could be decoded. */
  readAny = false;
  readonly #warnings: Warnings;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  /** Decodes a part behind the others. */
  add(part: FitPart): void {
    const from = this.table.length;
    const sessions: FitFields[] = [];
    const sports: FitFields[] = [];
    const laps: FitFields[] = [];
    const events: FitFields[] = [];
    const packed = new CompressedSpeedDistance();
    let kind: unknown;
    for (const piece of part.pieces) {
      const messages = decodeFit(piece, this.#warnings);
      if (!messages) {
        this.#warnings.add('damaged-part', piece.length);
        continue;
      }
      this.readAny = true;
      for (const record of messages.records) this.#addRecord(record, part, packed);
      kind ??= messages.fileIds.find((fileId) => fileId.type !== undefined)?.type;
      sessions.push(...messages.sessions);
      sports.push(...messages.sports);
      laps.push(...messages.laps);
      events.push(...messages.events);
      this.fileIds.push(...messages.fileIds);
      this.devices.push(...messages.devices);
      this.creators.push(...messages.creators);
    }
    // Sessions are of more weight than the kind: a damaged byte may have changed it.
    if (sessions.length === 0 && kind !== undefined && kind !== ACTIVITY) {
      this.otherKinds.push(fitText(kind)?.replaceAll('_', ' ') ?? `number ${String(kind)}`);
      return;
    }
    if (sessions.length === 0 && this.table.length === from) return;
    this.#addStretches(stretchesOf(sessions, sports, laps), from, laps, timerPauses(events));
  }

  #addRecord(record: FitFields, part: FitPart, packed: CompressedSpeedDistance): void {
    if (!addFitRecord(this.table, record, packed)) this.#warnings.add('points-without-time');
    else addDeveloperValues(this.developer, part.developerFields, record, this.table.length - 1);
  }

  #addStretches(
    found: readonly FitStretch[],
    from: number,
    laps: readonly FitFields[],
    pauses: readonly SpanMs[],
  ): void {
    const known = new Set(this.stretches.map(({ session }) => fitTimeMs(session.start_time)).filter(Number.isFinite));
    const fresh = found.filter(({ session }) => !known.has(fitTimeMs(session.start_time)));
    if (fresh.length === 0) {
      this.#warnings.add('repeated-part');
      return;
    }
    const own = fresh.map(({ verdict, session }) => ({
      ...{ rows: [] as number[], laps: [] as FitFields[] },
      ...{ recordingFrom: from, verdict, session },
    }));
    for (let row = from; row < this.table.length; row += 1) {
      own[spanAt(fresh, this.table.timeMs(row))]?.rows.push(row);
    }
    for (const lap of laps) own[spanAt(fresh, fitTimeMs(lap.start_time))]?.laps.push(lap);
    for (const stretch of own) this.stretches.push(stretch);
    for (const pause of pauses) this.pauses.push(pause);
  }
}
