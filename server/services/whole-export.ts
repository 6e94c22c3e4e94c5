/**
 * Everything in one ZIP: the originals and a copy of the database, from which an empty installation gets the same state
 * again; and beside them what other programs can read: profile and reports as JSON, runs and pain log as tables.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { ENGINE_VERSION } from '#core';
import { writeCopy } from '../db/compact-copy.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { neededOriginals } from '../db/needed-originals.ts';
import { addOriginal } from './add-original.ts';
import { toCsv } from './csv.ts';
import type { Runner } from './runner.ts';
import type { Runs } from './runs.ts';
import { runsTable } from './runs-table.ts';

/** First in the ZIP, so that its name is at the start of the bytes. */
export const EXPORT_MARK = 'kneewise-export.json';
/** The copy of the database in the ZIP. */
export const EXPORT_DATABASE = 'kneewise.sqlite';

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** What an export works with. */
export interface ExportParts {
  readonly folder: DataFolder;
  readonly runs: Runs;
  readonly runner: Runner;
}

const PAIN_COLUMNS = [
  'date',
  'runId',
  'side',
  'place',
  'before',
  'during',
  'hourAfter',
  'nextMorning',
  'note',
] as const;

async function painTable(runner: Runner): Promise<Buffer> {
  const rows = (await runner.painLog()).entries.map((entry) => PAIN_COLUMNS.map((column) => entry[column]));
  return Buffer.from(toCsv([PAIN_COLUMNS, ...rows]));
}

/** Adds what is slow to make when its turn comes, so that little is in memory at once. */
function addLazily(zip: ZipFile, name: string, make: () => Promise<Buffer | null>): void {
  zip.addReadStreamLazy(name, (done) => {
    make().then(
      (bytes) => done(null, Readable.from([bytes ?? Buffer.alloc(0)])),
      (error: unknown) => done(error, Readable.from([])),
    );
  });
}

/**
 * @param now Milliseconds since 1970, UTC.
 * @returns The ZIP as it is made. Breaks with an error when something cannot be read.
 */
export async function wholeExport({ folder, runs, runner }: ExportParts, now: number): Promise<Readable> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const scratch = await mkdtemp(join(folder.incoming, 'export-'));
  output.once('close', () => void rm(scratch, { recursive: true, force: true }));
  const copy = join(scratch, EXPORT_DATABASE);
  await writeCopy(folder.db, copy);
  zip.addBuffer(json({ format: 1, madeAt: new Date(now).toISOString(), engineVersion: ENGINE_VERSION }), EXPORT_MARK);
  zip.addFile(copy, EXPORT_DATABASE);
  zip.addBuffer(json(await runner.profile()), 'profile.json');
  zip.addBuffer(await painTable(runner), 'pain-log.csv');
  zip.addBuffer(await runsTable(folder.db, (await runs.list()).runs), 'runs.csv');
  for (const sha256 of await neededOriginals(folder.db)) {
    await addOriginal(zip, folder.originals.path(sha256), `originals/${sha256}`);
  }
  for (const { id, startedAt } of (await runs.list()).runs) {
    addLazily(zip, `reports/${startedAt.slice(0, 10)}-${id}.json`, async () => {
      const page = await runs.page(id);
      return page && Buffer.from(page.report);
    });
  }
  zip.end();
  return output;
}
