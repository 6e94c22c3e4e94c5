/** What the main thread asks of a worker, and what comes back. Everything here crosses threads as plain data. */
import type { PlanForecastAnswer } from '#contract/plans';
import type {
  Finding,
  PainEntry,
  ParseError,
  PlanChoice,
  Profile,
  Range,
  ReadContext,
  Result,
  ReviewContext,
  RouteError,
  RunFacts,
  Severity,
} from '#core';
import type { PastRunRow } from '../db/runs-repository.ts';
import type { Label } from '../db/sources-repository.ts';
import type { Cell } from '../maps/cells.ts';

/** Reads a file from disk. */
export interface ReadTask {
  readonly kind: 'read';
  /** Absolute path of the original. */
  readonly path: string;
  /** Its `sha256` is that of the file. */
  readonly context: Omit<ReadContext, 'maps' | 'terrain'>;
  /** Map files in memory that all threads share; `openMap` opens each. */
  readonly maps: readonly SharedArrayBuffer[];
  /** Absolute path of the data folder, whose terrain tells how high the ground lies. */
  readonly dataFolder: string;
}

/** Opens the list of an account export. */
export interface ListTask {
  readonly kind: 'list';
  /** Its path within the export. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reviews several stored readings in short, for lists and trends. */
export interface SumsTask {
  readonly kind: 'sums';
  readonly runs: readonly { readonly startedAtMs: number; readonly encoded: Uint8Array }[];
  readonly context: Omit<ReviewContext, 'history'>;
  /** What any of them may look at, still closed. */
  readonly past: readonly PastRunRow[];
}

/** Reviews a stored reading for the page of the run. */
export interface ReviewTask {
  readonly kind: 'page';
  /** From `encodeReading`. */
  readonly encoded: Uint8Array;
  readonly context: Omit<ReviewContext, 'history'>;
  /** The history, still closed: opening it is the worker's work. */
  readonly past: readonly PastRunRow[];
}

/** Sums up all runs. */
export interface TrendTask {
  readonly kind: 'trends';
  readonly past: readonly PastRunRow[];
  readonly profile: Profile;
}

/** Answers what is asked about habits; JSON bytes ready to send. */
export interface HabitTask {
  readonly kind: 'next-run' | 'pain-patterns' | 'care';
  readonly past: readonly PastRunRow[];
  readonly profile: Profile;
  readonly painLog: readonly PainEntry[];
  /** From `encodeReading`: the latest runs, for trying changes on or learning paces from; empty where neither is asked for. */
  readonly readings: readonly Uint8Array[];
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
}

/** Looks for a route in a file. */
export interface RouteTask {
  readonly kind: 'route';
  /** Absolute path of the file. */
  readonly path: string;
}

/** Forecasts a planned route. */
export interface PlanTask extends Omit<HabitTask, 'kind'> {
  readonly kind: 'plan';
  /** The file of the route. */
  readonly bytes: Uint8Array;
  readonly choice: PlanChoice;
  /** Absolute path of the data folder, whose terrain tells how high the ground lies. */
  readonly dataFolder: string;
}

/** Makes a map of an extract. */
export interface MapTask {
  readonly kind: 'map';
  /** Absolute path of the extract. */
  readonly path: string;
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** What the extract is called. */
  readonly source: string;
  /** Shared memory; the first number is how much is done, in thousandths. */
  readonly progress: Int32Array;
}

/** Keeps the answer of an online map. */
export interface CellTask {
  readonly kind: 'cell';
  /** Absolute path of the answer. */
  readonly path: string;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  readonly cell: Cell;
}

/** Any of them. */
export type AnalysisTask =
  | ReadTask
  | ListTask
  | SumsTask
  | ReviewTask
  | TrendTask
  | HabitTask
  | PlanTask
  | RouteTask
  | MapTask
  | CellTask;

/** A run that was read. */
export interface ReadAnswer {
  readonly encoded: Uint8Array<ArrayBuffer>;
  readonly facts: RunFacts;
  readonly format: 'fit' | 'gpx' | 'tcx';
  readonly device: string | null;
}

/** What lists and trends need of a review. */
export interface SumsAnswer {
  readonly kneeLoadKm: Range;
  readonly severity: Severity;
  readonly flags: readonly (Pick<Finding, 'id' | 'title'> & { readonly severity: Exclude<Severity, 'none'> })[];
}

/** All that the page of a run is drawn from, of one review; JSON bytes ready to send. */
export interface RunPage {
  readonly report: Uint8Array<ArrayBuffer>;
  /** The columns for charts and map. */
  readonly track: Uint8Array<ArrayBuffer>;
  /** What the load model goes by. */
  readonly loadInput: Uint8Array<ArrayBuffer>;
}

/** Both trends; JSON bytes ready to send. */
export interface TrendAnswers {
  readonly weeks: Uint8Array<ArrayBuffer>;
  readonly cadence: Uint8Array<ArrayBuffer>;
}

/** The answer to each kind of task. */
export interface Answers {
  /** An error is a sentence for the runner. */
  readonly map: Result<null, string>;
  readonly cell: Result<null, string>;
  /** One for each run in the file, in order of time. */
  readonly read: Result<readonly ReadAnswer[], ParseError>;
  /** Empty where it is not as expected. */
  readonly list: readonly Label[];
  /** In the order of the task; an error is why a review failed. */
  readonly sums: readonly Result<SumsAnswer, string>[];
  readonly page: RunPage;
  readonly trends: TrendAnswers;
  readonly 'next-run': Uint8Array<ArrayBuffer>;
  readonly 'pain-patterns': Uint8Array<ArrayBuffer>;
  readonly care: Uint8Array<ArrayBuffer>;
  readonly route: Result<{ readonly name: string | null; readonly distanceM: number }, RouteError>;
  readonly plan: Omit<PlanForecastAnswer, 'plan'>;
}

/** What a worker posts: the answer, or what was thrown. */
export type WorkerMessage =
  | { readonly ok: true; readonly answer: Answers[keyof Answers] }
  | { readonly ok: false; readonly message: string; readonly stack: string | undefined };
