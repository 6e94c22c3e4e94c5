/**
 * Both roads for a list of files: all are read first, because the runs are each other's history; then each is reviewed.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type History,
  type KneeLoad,
  type ParseErrorCode,
  type PastRun,
  type Profile,
  type Reading,
  type Report,
  read,
  review,
  type WayMap,
} from '#core';
import { decodeReading, encodeReading } from '../jobs/reading-codec.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Why a file gave no report: the parser's refusals, and two of our own. */
export interface Refusal {
  /** `unreadable-file`: the system does not hand out its bytes. `internal-error`: a fault of Kneewise. */
  readonly code: ParseErrorCode | 'unreadable-file' | 'internal-error';
  readonly message: string;
  readonly sport?: string;
}

/** What became of a file. */
export type FileResult =
  | { readonly file: string; readonly ok: false; readonly error: Refusal }
  | {
      readonly file: string;
      readonly ok: true;
      readonly report: Report;
      readonly track: Reading['track'];
      readonly kneeLoad: KneeLoad;
    };

/** A file that was read, packed: a season of unpacked readings would fill the memory. */
interface ReadFile {
  readonly index: number;
  readonly file: string;
  readonly facts: Reading['facts'];
  readonly packed: Uint8Array;
}

type ReadResult = { ok: true; value: Reading } | { ok: false; error: Refusal };

const internalError = (error: unknown): Refusal => ({
  code: 'internal-error',
  message: `This is a fault of Kneewise, please report it: ${error instanceof Error ? error.message : String(error)}`,
});

async function readOne(path: string, maps: readonly WayMap[]): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return {
      ok: false,
      error: { code: 'unreadable-file', message: `The file cannot be read: ${whyUnreadable(error)}.` },
    };
  }
  try {
    return read(bytes, { sha256: createHash('sha256').update(bytes).digest('hex'), maps });
  } catch (error) {
    return { ok: false, error: internalError(error) };
  }
}

/** The runner's other runs; the same bytes twice are one run. */
class Season {
  readonly #runs = new Map<string, PastRun>();

  add(facts: Reading['facts'], kneeLoadKm: PastRun['kneeLoadKm']): void {
    this.#runs.set(facts.sha256, { facts, kneeLoadKm });
  }

  toHistory(): History {
    return [...this.#runs.values()];
  }
}

function reviewOne({ file, packed }: ReadFile, profile: Profile, season: Season): FileResult {
  try {
    const reading = decodeReading(packed);
    const { report, kneeLoad } = review(reading, { profile, history: season.toHistory(), painLog: [] });
    season.add(reading.facts, report.kneeLoad.flatEasyKm);
    return { file, ok: true, report, track: reading.track, kneeLoad };
  } catch (error) {
    return { file, ok: false, error: internalError(error) };
  }
}

/** What files are analyzed with. */
export interface AnalyzeWith {
  readonly profile: Profile;
  /** Maps that tell the ground, in order of precedence. */
  readonly maps: readonly WayMap[];
}

/**
 * Analyzes files.
 *
 * @param files paths
 * @param tellRead called after each file that was looked at, with how many are done
 * @yields one result a file, in the order given, as soon as it and all before it are known
 */
export async function* analyzeFiles(
  files: readonly string[],
  { profile, maps }: AnalyzeWith,
  tellRead: (done: number) => void = () => {},
): AsyncGenerator<FileResult> {
  const results = new Map<number, FileResult>();
  const season = new Season();
  const waiting: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    const result = await readOne(file, maps);
    if (result.ok) {
      season.add(result.value.facts, null);
      waiting.push({ index, file, facts: result.value.facts, packed: encodeReading(result.value) });
    } else results.set(index, { file, ok: false, error: result.error });
    tellRead(index + 1);
  }
  // The oldest first: a review wants the knee load of the runs before it.
  waiting.sort((a, b) => a.facts.startedAtMs - b.facts.startedAtMs || a.index - b.index);
  let next = 0;
  const takeReady = function* () {
    for (let result = results.get(next); result !== undefined; result = results.get(next)) {
      results.delete(next);
      next += 1;
      yield result;
    }
  };
  yield* takeReady();
  for (const file of waiting) {
    results.set(file.index, reviewOne(file, profile, season));
    yield* takeReady();
  }
}
