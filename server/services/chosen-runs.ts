/** What goes out of several chosen runs: their files and their table. */
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { RunSummary } from '#contract/runs';
import type { DataFolder } from '../db/data-folder.ts';
import { reviewedAmong } from '../db/run-summaries.ts';
import { type ChosenRow, RunsRepository } from '../db/runs-repository.ts';
import { addOriginal } from './add-original.ts';
import { distinctNames } from './distinct-names.ts';
import { asSummary } from './run-summary.ts';
import { runsTable } from './runs-table.ts';

/** Names the files in a ZIP that are lost from the disk. */
const NOT_FOUND = 'files-not-found.txt';

/** Some of the chosen runs are not here. */
export class RunsMissingError extends Error {
  override readonly name = 'RunsMissingError';
  /** Ids of them. */
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`${missing.length} runs are not here`);
    this.missing = missing;
  }
}

/** Some of the chosen runs have no report yet. */
export class RunsUnreadyError extends Error {
  override readonly name = 'RunsUnreadyError';
  readonly count: number;

  constructor(count: number) {
    super(`${count} runs have no report yet`);
    this.count = count;
  }
}

/** These runs, the latest first, each once. @throws {RunsMissingError} when one is not here or in the trash */
export async function chosenRuns(runs: RunsRepository, ids: readonly string[]): Promise<ChosenRow[]> {
  const here = await runs.among(ids);
  const known = new Set(here.map(({ id }) => id));
  const missing = new Set(ids.filter((id) => !known.has(id)));
  if (missing.size > 0) throw new RunsMissingError([...missing]);
  return here;
}

/** The table of these runs, the latest first. @throws {RunsMissingError | RunsUnreadyError} */
export async function tableOf({ db }: DataFolder, ids: readonly string[]): Promise<Buffer> {
  const chosen = await chosenRuns(new RunsRepository(db), ids);
  const rows: RunSummary[] = (await reviewedAmong(db, ids)).flatMap((row) => asSummary(row) ?? []);
  if (rows.length < chosen.length) throw new RunsUnreadyError(chosen.length - rows.length);
  return runsTable(db, rows);
}

/**
 * The files of these runs as one ZIP, as it is made.
 *
 * @throws {RunsMissingError} before anything is made
 */
export async function originalsOf({ db, originals }: DataFolder, ids: readonly string[]): Promise<Readable> {
  const chosen = await chosenRuns(new RunsRepository(db), ids);
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  // The earliest first, so that numbers of like names go with time.
  const files = [...new Map(chosen.reverse().map((run) => [run.file_sha256, run])).values()];
  const names = distinctNames(
    files.map((run) => run.file_name),
    [NOT_FOUND],
  );
  const lost: string[] = [];
  for (const [at, { file_sha256: sha256, started_at_ms }] of files.entries()) {
    const name = names[at] as string;
    if (!(await addOriginal(zip, originals.path(sha256), name, new Date(started_at_ms)))) lost.push(name);
  }
  if (lost.length > 0) zip.addBuffer(Buffer.from(`${lost.join('\n')}\n`), NOT_FOUND);
  zip.end();
  return output;
}
