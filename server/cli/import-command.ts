/** `kneewise import`: files, folders and archives into the data folder, with progress on a terminal. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Import, type ImportFile, type ImportFileState, MOST_FILES_A_REQUEST } from '#contract/imports';
import { plainName } from '../archive/plain-name.ts';
import { dataFolderOf } from '../config.ts';
import { FolderInUseError } from '../db/data-folder.ts';
import { readNote } from '../server-note.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { type GivenFile, hindranceOf, RunningServer } from './running-server.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop } from './with-workshop.ts';

/** How often progress is shown, milliseconds. */
const PACE_MS = 250;

/** One of it, and several. */
const OUTCOMES: readonly (readonly [ImportFileState, string, string])[] = [
  ['imported', 'new run', 'new runs'],
  ['same-run', 'other recording of a run', 'other recordings of runs'],
  ['duplicate', 'here already', 'here already'],
  ['not-a-run', 'of another sport', 'of other sports'],
  ['not-an-activity', 'no recording', 'no recordings'],
  ['cancelled', 'cancelled', 'cancelled'],
  ['failed', 'unreadable', 'unreadable'],
];

/** What a path stands for: itself, or the files in the folder, called as from there. */
async function filesAt(given: string): Promise<GivenFile[]> {
  const path = resolve(given);
  const cannotRead = (error: unknown) => new UsageError(`${given} cannot be read: ${whyUnreadable(error)}.`);
  const found = await stat(path).catch((error: unknown) => {
    throw cannotRead(error);
  });
  if (!found.isDirectory()) return [{ name: basename(path), path }];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    throw cannotRead(error);
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: `${basename(path)}/${file.slice(path.length + 1).replaceAll('\\', '/')}`, path: file }));
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

function progressLine({ counts, expected, pace, stalled }: Import): string {
  const decided = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.queued - counts.working;
  if (stalled) return stalled;
  if (decided >= expected) return `Read ${decided} of ${expected}. Working out the reports …`;
  const speed = pace ? `, ${pace.filesPerSecond.toFixed(0)} files/s, about ${minutes(pace.secondsLeft)} left` : '';
  return `Read ${decided} of ${expected}${speed} …`;
}

/** Writes over the line before, where somebody looks. */
function tellNow(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

async function untilDone(look: () => Promise<Import | null>): Promise<Import> {
  for (;;) {
    const now = await look();
    if (!now) throw new Error('the import is gone');
    tellNow(now.state === 'done' ? '' : progressLine(now));
    if (now.state === 'done') return now;
    await wait(PACE_MS);
  }
}

/** @returns whether every recording could be read. */
function tellOutcome({ counts }: Import, files: readonly ImportFile[], out: NodeJS.WritableStream): boolean {
  const told = OUTCOMES.filter(([state]) => counts[state] > 0);
  const words = told.map(([state, one, several]) => `${counts[state]} ${counts[state] === 1 ? one : several}`);
  out.write(`${words.join(', ') || 'nothing was found'}\n`);
  for (const { name, state, reason } of files) if (state === 'failed') out.write(`${name}: ${reason}\n`);
  return counts.failed === 0;
}

function importHere(files: readonly GivenFile[], out: NodeJS.WritableStream): Promise<boolean> {
  return withWorkshop(async ({ imports, start }) => {
    const id = await imports.acceptPaths(files, 'command');
    await start();
    const done = await untilDone(() => imports.get(id));
    return tellOutcome(done, (await imports.files(id)) ?? [], out);
  });
}

/** Sends files to the running server and tells what becomes of them, as if it were done here. */
async function handOver(server: RunningServer, files: readonly GivenFile[], out: NodeJS.WritableStream) {
  const sending = new AbortController();
  const stop = () => {
    sending.abort();
    const goesOn = `The running server goes on with what it has; its page shows how far it is: ${server.url}/imports`;
    process.stderr.write(`\nStopped. ${goesOn}\n`);
    process.exit(1);
  };
  process.once('SIGINT', stop);
  try {
    tellNow('Handing the files to the running server …');
    const id = await server.give(files, sending.signal);
    return tellOutcome(await untilDone(() => server.progress(id)), await server.files(id), out);
  } finally {
    process.off('SIGINT', stop);
  }
}

async function importThere(server: RunningServer, files: readonly GivenFile[], out: NodeJS.WritableStream) {
  let allRead = true;
  const readable: GivenFile[] = [];
  for (const file of files) {
    const hindrance = await hindranceOf(file);
    if (hindrance === null) readable.push(file);
    else out.write(`${plainName(file.name)}: This cannot be read: ${hindrance}.\n`);
    allRead &&= hindrance === null;
  }
  for (let from = 0; from < readable.length; from += MOST_FILES_A_REQUEST) {
    allRead = (await handOver(server, readable.slice(from, from + MOST_FILES_A_REQUEST), out)) && allRead;
  }
  if (files.length === 0) out.write('nothing was found\n');
  return allRead;
}

/**
 * @param out where the outcome goes
 * @returns whether every recording could be read
 * @throws {UsageError} when a path cannot be read, or the data folder is in use by something that takes no files
 */
export async function importPaths(paths: readonly string[], out: NodeJS.WritableStream): Promise<boolean> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  try {
    return await importHere(files, out);
  } catch (error) {
    if (!(error instanceof UsageError && error.cause instanceof FolderInUseError)) throw error;
    const note = await readNote(dataFolderOf(process.env.KNEEWISE_DATA, process.cwd()));
    const server = note && new RunningServer(note);
    if (!server || !(await server.isThere())) throw error;
    return importThere(server, files, out);
  }
}
