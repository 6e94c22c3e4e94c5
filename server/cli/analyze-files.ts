/**
 * Both roads for a list of files: all are read first, because the runs are each other's history; then each is reviewed.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type History,
  type KneeLoad,
  type MapLookup,
  type ParseErrorCode,
  type PastRun,
  type Profile,
  type Reading,
  type Report,
  type ReviewContext,
  readAll,
  review,
  type TerrainLookup,
} from '#core';
import type { ArchiveErrorCode } from '../archive/archive-error.ts';
import { type Member, membersOf } from '../archive/members.ts';
import { decodeReading, encodeReading } from '../jobs/reading-codec.ts';
import { runSha256 } from '../jobs/run-id.ts';
import { whyUnreadable } from '../why-unreadable.ts';

/** Why a file gave no report: refusals of the parser and of archives, and two of our own. */
export interface Refusal {
  /** `unreadable-file`: the system does not hand out its bytes. `internal-error`: a fault of Kneewise. */
  readonly code: ParseErrorCode | ArchiveErrorCode | 'unreadable-file' | 'internal-error';
  readonly message: string;
  readonly sport?: string;
  /** The runner may say that it was a run all the same. */
  readonly mayOverrule?: true;
}

/** What became of a run, or of a file that holds none. */
export type FileResult =
  | { readonly file: string; readonly ok: false; readonly error: Refusal }
  | {
      readonly file: string;
      readonly ok: true;
      readonly report: Report;
      readonly track: Reading['track'];
      readonly kneeLoad: KneeLoad;
      /** An entry an interval, steps a minute; NaN where none. */
      readonly expectedCadenceSpm: Float64Array;
    };

/** A run that was read, packed: a season of unpacked readings would fill the memory. */
interface ReadRun {
  readonly index: number;
  readonly file: string;
  readonly facts: Reading['facts'];
  readonly packed: Uint8Array;
}

type ReadResult = { ok: true; value: readonly Reading[] } | { ok: false; error: Refusal };

const internalError = (error: unknown): Refusal => ({
  code: 'internal-error',
  message: `This is a fault of Kneewise, please report it: ${error instanceof Error ? error.message : String(error)}`,
});

/** What files are read with. */
interface ReadWith {
  /** The runner's word that files which name no run are runs. */
  readonly asRun: boolean;
  /** Maps that tell the ground. */
  readonly maps: MapLookup;
  readonly terrain?: TerrainLookup;
}

/** What files are analyzed with. */
export interface AnalyzeWith extends ReadWith {
  readonly profile: Profile;
  /** The runner's other runs, beside those in the files. */
  readonly history?: History;
  readonly painLog?: ReviewContext['painLog'];
}

function readMember(member: Member, { asRun, ...ground }: ReadWith): ReadResult {
  if (!member.ok) return member;
  const { bytes } = member;
  try {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return readAll(bytes, { treatAsRun: asRun, ...ground }, (place) => runSha256(sha256, place));
  } catch (error) {
    return { ok: false, error: internalError(error) };
  }
}

const unreadable = (error: unknown): ReadResult => ({
  ok: false,
  error: { code: 'unreadable-file', message: `The file cannot be read: ${whyUnreadable(error)}.` },
});

/** The file itself, or each file that is packed in it, called `archive/name inside`. */
async function* readGiven(
  path: string,
  scratch: string,
  readWith: ReadWith,
): AsyncGenerator<{ file: string; result: ReadResult }> {
  try {
    for await (const member of membersOf({ name: path, path, scratch })) {
      const file = member.name === path ? path : `${path}/${member.name}`;
      yield { file, result: readMember(member, readWith) };
    }
  } catch (error) {
    yield { file: path, result: unreadable(error) };
  }
}

async function* readFiles(
  files: readonly string[],
  readWith: ReadWith,
  tellRead: (done: number) => void,
): ReturnType<typeof readGiven> {
  const scratch = await mkdtemp(join(tmpdir(), 'kneewise-'));
  try {
    for (const [index, path] of files.entries()) {
      yield* readGiven(path, scratch, readWith);
      tellRead(index + 1);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
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

function reviewOne({ file, packed }: ReadRun, context: Omit<ReviewContext, 'history'>, season: Season): FileResult {
  try {
    const reading = decodeReading(packed);
    const { report, kneeLoad, expectedCadenceSpm } = review(reading, { ...context, history: season.toHistory() });
    season.add(reading.facts, report.kneeLoad.flatEasyKm);
    return { file, ok: true, report, track: reading.track, kneeLoad, expectedCadenceSpm };
  } catch (error) {
    return { file, ok: false, error: internalError(error) };
  }
}

/**
 * Analyzes files.
 *
 * @param files paths; archives give the runs of each file in them
 * @param tellRead called after each given file that was looked at, with how many are done
 * @yields one result a run (a file may hold several) or refused file, in the order given, as soon as it and all before
 *   it are known
 */
export async function* analyzeFiles(
  files: readonly string[],
  { profile, history = [], painLog = [], ...readWith }: AnalyzeWith,
  tellRead: (done: number) => void = () => {},
): AsyncGenerator<FileResult> {
  const results = new Map<number, FileResult>();
  const season = new Season();
  for (const { facts, kneeLoadKm } of history) season.add(facts, kneeLoadKm);
  const waiting: ReadRun[] = [];
  let count = 0;
  for await (const { file, result } of readFiles(files, readWith, tellRead)) {
    if (result.ok) {
      for (const reading of result.value) {
        season.add(reading.facts, null);
        waiting.push({ index: count++, file, facts: reading.facts, packed: encodeReading(reading) });
      }
    } else results.set(count++, { file, ok: false, error: result.error });
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
    results.set(file.index, reviewOne(file, { profile, painLog }, season));
    yield* takeReady();
  }
}
