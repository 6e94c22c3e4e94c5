/** Worker thread: reads files and reviews readings. Touches no database, so that it can be ended at any moment. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { CadenceTrend, Weeks } from '#contract/trends';
import {
  cadenceTrend,
  err,
  ok,
  type Result,
  type ReviewContext,
  readAll,
  review,
  reviewInShort,
  type TerrainLookup,
  weeks,
} from '#core';
import { CellFolder } from '../maps/cell-folder.ts';
import { MapFileError } from '../maps/map-file.ts';
import { MapFolder } from '../maps/map-folder.ts';
import { mapLookup } from '../maps/map-lookup.ts';
import { OverpassAnswerError, overpassSource } from '../maps/overpass.ts';
import { MapFormatError } from '../maps/pbf-file.ts';
import { TerrainFolder } from '../terrain/terrain-folder.ts';
import type {
  AnalysisTask,
  Answers,
  CellTask,
  MapTask,
  ReadAnswer,
  ReadTask,
  ReviewTask,
  SumsAnswer,
  SumsTask,
  TrendTask,
  WorkerMessage,
} from './analysis-task.ts';
import { chartTrack } from './chart-track.ts';
import { labelsOf } from './export-lists.ts';
import { answerHabit } from './habits.ts';
import { loadInput } from './load-input.ts';
import { asHistory } from './past-runs.ts';
import { answerPlan, readPlan } from './plan.ts';
import { lookedAtFrom } from './reach.ts';
import { decodeReading, encodeReading } from './reading-codec.ts';
import { runSha256 } from './run-id.ts';

/** Kept between tasks, so that its open tiles are. */
let terrainFolder: TerrainFolder | undefined;

function terrainOf({ dataFolder }: { readonly dataFolder: string }): TerrainLookup | undefined {
  terrainFolder ??= new TerrainFolder(dataFolder);
  return terrainFolder.lookup();
}

function readFile(task: ReadTask): Answers['read'] {
  const bytes = readFileSync(task.path);
  const { sha256, ...context } = task.context;
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`stored original ${sha256} is damaged on disk`);
  const maps = mapLookup(task.maps, task.dataFolder);
  const terrain = terrainOf(task);
  const ground = { maps, ...(terrain ? { terrain } : {}) };
  const result = readAll(bytes, { ...context, ...ground }, (place) => runSha256(sha256, place));
  if (!result.ok) return err(result.error);
  return ok(
    result.value.map((reading) => {
      const { format, device } = reading.run;
      return { encoded: encodeReading(reading), facts: reading.facts, format, device };
    }),
  );
}

const toJsonBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

function reviewReading(task: ReviewTask): Answers[ReviewTask['kind']] {
  const reading = decodeReading(task.encoded);
  const context = { ...task.context, history: asHistory(task.past) };
  const { report, kneeLoad, expectedCadenceSpm, runner } = review(reading, context);
  return {
    report: toJsonBytes(report),
    track: toJsonBytes(chartTrack(reading.track, kneeLoad, expectedCadenceSpm)),
    loadInput: toJsonBytes(loadInput(reading.track, runner)),
  };
}

function sumsOf(encoded: Uint8Array, context: ReviewContext): Result<SumsAnswer, string> {
  try {
    const { kneeLoad, findings } = reviewInShort(decodeReading(encoded), context);
    const flags = findings.flatMap(({ id, title, severity }) => (severity === 'none' ? [] : [{ id, title, severity }]));
    return ok({ kneeLoadKm: kneeLoad.flatEasyKm, severity: flags[0]?.severity ?? 'none', flags });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

function sumsOfAll({ runs, context, past }: SumsTask): Answers['sums'] {
  const known = asHistory(past);
  return runs.map(({ startedAtMs, encoded }) => {
    // Each looks as far back as it does when it is reviewed alone.
    const { fromMs, untilMs } = lookedAtFrom(startedAtMs);
    const history = known.filter(({ facts }) => facts.startedAtMs >= fromMs && facts.startedAtMs < untilMs);
    return sumsOf(encoded, { ...context, history });
  });
}

function sumUp({ past, profile }: TrendTask): Answers['trends'] {
  const history = asHistory(past);
  const trend = cadenceTrend(history, profile);
  return {
    weeks: toJsonBytes({ weeks: weeks(history, { timeZone: profile.timeZone }) } satisfies Weeks),
    cadence: toJsonBytes({
      ...trend,
      weeks: [...trend.weeks],
      changes: [...trend.changes],
    } satisfies CadenceTrend),
  };
}

function makeMap({ path, folder, source, progress }: MapTask): Answers['map'] {
  try {
    new MapFolder(folder).add(path, source, (share) => Atomics.store(progress, 0, Math.floor(1000 * share)));
    return ok(null);
  } catch (error) {
    if (error instanceof MapFormatError || error instanceof MapFileError) return err(error.message);
    throw error;
  }
}

function keepCell({ path, dataFolder, cell }: CellTask): Answers['cell'] {
  try {
    new CellFolder(dataFolder).keep(cell, overpassSource(path));
    return ok(null);
  } catch (error) {
    if (error instanceof OverpassAnswerError) return err(error.message);
    throw error;
  }
}

function perform(task: AnalysisTask): Answers[keyof Answers] {
  if (task.kind === 'read') return readFile(task);
  if (task.kind === 'list') return labelsOf(task.name, task.bytes);
  if (task.kind === 'route') return readPlan(task);
  if (task.kind === 'plan') return answerPlan(task, terrainOf(task));
  if ('atMs' in task) return toJsonBytes(answerHabit(task));
  if (task.kind === 'map') return makeMap(task);
  if (task.kind === 'sums') return sumsOfAll(task);
  if (task.kind === 'cell') return keepCell(task);
  return 'encoded' in task ? reviewReading(task) : sumUp(task);
}

/** What is handed over to the main thread instead of being copied. */
function buffersOf(answer: Answers[keyof Answers]): ArrayBuffer[] {
  if (answer === null) return [];
  if (answer instanceof Uint8Array) return [answer.buffer];
  if ('report' in answer || 'weeks' in answer) return Object.values(answer).map(({ buffer }) => buffer);
  if (!('ok' in answer) || !answer.ok || !Array.isArray(answer.value)) return [];
  return (answer.value as readonly ReadAnswer[]).map(({ encoded }) => encoded.buffer);
}

/** Kinder to whoever waits for a page. Only Linux tells threads apart there; elsewhere it would slow the whole program. */
const NICE = 10;
if (process.platform === 'linux' && (workerData as { inBackground: boolean } | null)?.inBackground)
  setPriority(0, NICE);

parentPort?.on('message', (task: AnalysisTask) => {
  let message: WorkerMessage;
  let transfer: ArrayBuffer[] = [];
  try {
    const answer = perform(task);
    transfer = buffersOf(answer);
    message = { ok: true, answer };
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    message = { ok: false, message: thrown.message, stack: thrown.stack };
  }
  parentPort?.postMessage(message, transfer);
});
