import { FitClock } from './fit-clock.ts';
import { decodeFit, type FitFields, fitTimeMs } from './fit-decode.ts';
import type { DeveloperColumns } from './fit-developer-fields.ts';
import { timerPauses } from './fit-events.ts';
import { FitExtract } from './fit-extract.ts';
import { fitKind } from './fit-kinds.ts';
import { FIT_MESSAGE, READ_FIT_MESSAGES } from './fit-messages.ts';
import { FitRecords } from './fit-records.ts';
import { type FitStretch, stretchesOf } from './fit-sessions.ts';
import type { SoundStretch } from './fit-sound.ts';
import { fitLapSums } from './fit-summary.ts';
import { viewOf, walkFit } from './fit-walk.ts';
import { wayOfLaps } from './lap-way.ts';
import { SampleTable } from './sample-table.ts';
import { type SpanMs, spanAt } from './span.ts';
import type { SportVerdict } from './sport.ts';
import type { StretchRows } from './stretches.ts';
import type { Warnings } from './warnings.ts';

/** A stretch of one sport with its rows, laps and session message. */
export interface FoundStretch extends StretchRows {
  readonly rows: number[];
  readonly verdict: SportVerdict;
  readonly session: FitFields;
  readonly laps: readonly FitFields[];
}

const ACTIVITY = 'activity';

/** Reads the parts of a FIT file one after the other and collects what they hold. */
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
  /** Whether there was anything at all to read. */
  readAny = false;
  readonly #bytes: Uint8Array;
  readonly #warnings: Warnings;

  /** @param bytes the whole file. */
  constructor(bytes: Uint8Array, warnings: Warnings) {
    this.#bytes = bytes;
    this.#warnings = warnings;
  }

  /** Reads a part behind the others. @param stretches where its messages stand. */
  add(stretches: readonly SoundStretch[]): void {
    const from = this.table.length;
    const others = this.#readRecords(stretches);
    if (!others) return;
    this.readAny = true;
    const { fileIds, sessions, sports, laps, events, devices, creators } = decodeFit(others, this.#warnings);
    this.fileIds.push(...fileIds);
    this.devices.push(...devices);
    this.creators.push(...creators);
    const kind = fileIds.find(({ type }) => type !== undefined)?.type;
    // Sessions are of more weight than the kind: a damaged byte may have changed it.
    if (sessions.length === 0 && kind !== undefined && kind !== ACTIVITY) {
      this.otherKinds.push(fitKind(kind));
      return;
    }
    if (sessions.length === 0 && this.table.length === from) return;
    this.#addStretches(stretchesOf(sessions, sports, laps), from, laps, timerPauses(events));
  }

  /** Gives runs the way that only their laps or sessions tell. Not after damage: what it took is not made up from sums. */
  takeWayOfLaps(): void {
    if (this.#warnings.tellDamage) return;
    for (const { verdict, rows, laps, session } of this.stretches) {
      const sums = [laps, [session]].map((told) => told.map((one) => fitLapSums(one)));
      const isTold = verdict.kind === 'run' && sums.some((told) => wayOfLaps(this.table, rows, told));
      this.#warnings.add('way-by-lap', Number(isTold));
    }
  }

  /** Reads the records of a part into the table; gives its other messages as a small file, null where it holds nothing. */
  #readRecords(stretches: readonly SoundStretch[]): Uint8Array<ArrayBuffer> | null {
    const bytes = this.#bytes;
    const clock = new FitClock(viewOf(bytes));
    const records = new FitRecords(bytes, this.table, this.developer);
    const others = new FitExtract(bytes);
    let holdsAny = false;
    for (const { start, end, definitions } of stretches) {
      walkFit(
        bytes,
        start,
        end,
        (message) => {
          const timeS = clock.timeOf(message);
          const { global, size } = message.definition;
          const saysNothing = size === 0 && timeS === null;
          if (saysNothing || !READ_FIT_MESSAGES.has(global)) return;
          holdsAny = true;
          if (global === FIT_MESSAGE.fieldDescription) records.describe(message);
          else if (global !== FIT_MESSAGE.record) others.write(message, timeS);
          else if (timeS === null) this.#warnings.add('points-without-time');
          else records.add(message, timeS);
        },
        { definitions: [...definitions] },
      );
    }
    records.finish();
    return holdsAny ? others.finish() : null;
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
