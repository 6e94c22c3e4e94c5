/** `kneewise import`: files, folders and archives into the data folder, with progress on a terminal. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Import, ImportFileState } from '#contract/imports';
import type { Workshop } from '../workshop.ts';
import { UsageError } from './usage-error.ts';
import { whyUnreadable } from './why-unreadable.ts';
import { withWorkshop } from './with-workshop.ts';

/** How often progress is shown, milliseconds. */
const PACE_MS = 250;

const OUTCOMES: readonly (readonly [ImportFileState, string])[] = [
  ['imported', 'new runs'],
  ['same-run', 'other recordings of runs'],
  ['duplicate', 'here already'],
  ['not-a-run', 'other sports'],
  ['not-an-activity', 'no recordings'],
  ['cancelled', 'cancelled'],
  ['failed', 'unreadable'],
];

/** What a path stands for: itself, or the files in the folder, called as from there. */
async function filesAt(given: string): Promise<{ name: string; path: string }[]> {
  const path = resolve(given);
  const found = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${given} cannot be read: ${whyUnreadable(error)}.`);
  });
  if (!found.isDirectory()) return [{ name: basename(path), path }];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
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

async function untilDone({ imports }: Workshop, id: string): Promise<Import> {
  const { stderr } = process;
  for (;;) {
    const now = await imports.get(id);
    if (!now) throw new Error(`import ${id} is gone`);
    if (stderr.isTTY) stderr.write(`\r\u001b[K${now.state === 'done' ? '' : progressLine(now)}`);
    if (now.state === 'done') return now;
    await wait(PACE_MS);
  }
}

/**
 * @param out where the outcome goes
 * @returns whether every recording could be read
 * @throws {UsageError} when a path cannot be read or the data folder is in use
 */
export async function importPaths(paths: readonly string[], out: NodeJS.WritableStream): Promise<boolean> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  return withWorkshop(async (workshop) => {
    const id = await workshop.imports.acceptPaths(files, 'command');
    await workshop.start();
    const done = await untilDone(workshop, id);
    const told = OUTCOMES.filter(([state]) => done.counts[state] > 0);
    out.write(`${told.map(([state, words]) => `${done.counts[state]} ${words}`).join(', ') || 'nothing was found'}\n`);
    for (const { name, state, reason } of done.files) if (state === 'failed') out.write(`${name}: ${reason}\n`);
    return done.counts.failed === 0;
  });
}
