/**
 * Copies of the database beside it, made by themselves: profile, pain log, names, edits and what became of each import.
 * The originals need none: they are written once and never changed.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupList } from '#contract/data';
import { writeCopy } from '../db/compact-copy.ts';
import type { DataFolder } from '../db/data-folder.ts';

const DAY_MS = 86_400_000;
/** Days of which each keeps its copy, and months of which each keeps its first. Assumption: mistakes are noticed within a year. */
const DAYS_KEPT = 7;
const MONTHS_KEPT = 12;

const NAME = /^kneewise-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.sqlite$/;
const nameAt = (ms: number): string =>
  `kneewise-${new Date(ms).toISOString().slice(0, 19).replaceAll(':', '-')}.sqlite`;
const timeOf = (name: string): number => Date.parse(name.replace(NAME, '$1T$2:$3:$4Z'));

/** Which copies go: all but the newest of each of the last days and the oldest of each of the last months. */
function overdue(names: readonly string[]): string[] {
  const newestFirst = [...names].sort().reverse();
  const byDay = new Map(newestFirst.toReversed().map((name) => [name.slice(0, 'kneewise-2026-03-31'.length), name]));
  const byMonth = new Map(newestFirst.map((name) => [name.slice(0, 'kneewise-2026-03'.length), name]));
  const kept = new Set([...[...byDay.values()].slice(-DAYS_KEPT), ...[...byMonth.values()].slice(0, MONTHS_KEPT)]);
  return names.filter((name) => !kept.has(name));
}

/** See the head of this file. */
export class Backups {
  readonly #folder: DataFolder;
  readonly #now: () => number;

  /** @param now Milliseconds since 1970, UTC. */
  constructor(folder: DataFolder, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  /** The copies there are, the latest first. */
  async list(): Promise<BackupList> {
    const names = (await this.#names()).sort().reverse();
    return {
      backups: await Promise.all(
        names.map(async (name) => {
          const { size } = await stat(join(this.#folder.backups, name));
          return { name, madeAt: new Date(timeOf(name)).toISOString(), bytes: size };
        }),
      ),
    };
  }

  /** Makes a copy now and lets the oldest go. */
  async make(): Promise<BackupList> {
    const { backups, db } = this.#folder;
    await mkdir(backups, { recursive: true });
    const name = nameAt(this.#now());
    const temporary = join(backups, `${name}.part`);
    await rm(temporary, { force: true });
    await writeCopy(db, temporary);
    const handle = await open(temporary, 'r+');
    await handle.sync();
    await handle.close();
    // Whole or not at all: a copy that a stop cut short never gets the name of one.
    await rename(temporary, join(backups, name));
    for (const old of overdue(await this.#names())) await rm(join(backups, old), { force: true });
    return this.list();
  }

  /** Makes the copy of the day, when there is none yet. */
  async makeWhenDue(): Promise<void> {
    const times = (await this.#names()).map(timeOf);
    if (Math.max(...times, 0) + DAY_MS <= this.#now()) await this.make();
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder.backups).catch(() => []);
    return names.filter((name) => NAME.test(name));
  }
}
