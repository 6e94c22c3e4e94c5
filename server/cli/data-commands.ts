/** Commands that look after the data folder: doctor, backup, export, restore, password. */
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Doctor } from '../services/doctor.ts';
import { SHORTEST_PASSWORD } from '../services/passwords.ts';
import { RestoreError, restore } from '../services/restore.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import type { Workshop } from '../workshop.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop } from './with-workshop.ts';

/** How often it is looked whether the work is done, milliseconds. */
const PACE_MS = 250;

async function settle({ runs, imports }: Workshop): Promise<void> {
  const isBusy = async () =>
    (await runs.list()).updating > 0 || (await imports.list()).some(({ state }) => state === 'working');
  while (await isBusy()) await wait(PACE_MS);
}

/** @returns whether all is sound, or has been mended. */
export function examine(mend: boolean, out: NodeJS.WritableStream): Promise<boolean> {
  return withWorkshop(async (workshop) => {
    const complaints = await new Doctor(workshop.folder, workshop.runs, Date.now).examine(mend);
    for (const { words, mended } of complaints) out.write(`${mended ? 'mended' : 'found'}: ${words}\n`);
    if (complaints.length === 0) out.write('All is sound.\n');
    if (mend) {
      await workshop.start();
      await settle(workshop);
    } else if (complaints.length > 0) out.write('Mend what can be mended with: kneewise doctor --mend\n');
    return complaints.every(({ mended }) => mended);
  });
}

/** Makes a copy of the database now. */
export function backUp(out: NodeJS.WritableStream): Promise<void> {
  return withWorkshop(async ({ keeping, folder }) => {
    const [made] = (await keeping.backups.make()).backups;
    out.write(`${resolve(folder.backups, made?.name ?? '')}\n`);
  });
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new UsageError(`${path} is a folder; name a file in it.`);
}

/** Writes everything to a ZIP; a file of that name appears only when it is whole. */
export function exportTo(path: string, out: NodeJS.WritableStream): Promise<void> {
  return withWorkshop(async ({ keeping }) => {
    const part = `${resolve(path)}.part`;
    try {
      await refuseFolder(path);
      // The system has it on disk before it gets its name, and nobody else may read it.
      await pipeline((await keeping.exportAll()).zip, createWriteStream(part, { flush: true, mode: 0o600 }));
      await rename(part, resolve(path));
    } catch (error) {
      await rm(part, { force: true });
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      throw new UsageError(`${path} cannot be written: ${whyUnreadable(error)}.`);
    }
    out.write(`${resolve(path)}\n`);
  });
}

/** Puts an export or a backup into the empty data folder, and works out the reports. */
export function restoreFrom(path: string, out: NodeJS.WritableStream): Promise<void> {
  return withWorkshop(async (workshop) => {
    const { runs, painEntries } = await restore(workshop.folder, resolve(path)).catch((error: unknown) => {
      throw error instanceof RestoreError ? new UsageError(error.message) : error;
    });
    await workshop.runs.touchAll();
    await workshop.start();
    await settle(workshop);
    out.write(`${runs} files of runs and ${painEntries} pain entries are back.\n`);
  });
}

/** Sets the password that is read from standard input; an empty one takes it away. */
export async function setPassword(out: NodeJS.WritableStream): Promise<void> {
  out.write('New password (an empty line takes it away): ');
  let password = '';
  for await (const line of createInterface({ input: stdin, terminal: false })) {
    password = line;
    break;
  }
  if (password !== '' && password.length < SHORTEST_PASSWORD)
    throw new UsageError(`A password needs at least ${SHORTEST_PASSWORD} characters.`);
  await withWorkshop(({ passwords }) => passwords.set(password === '' ? null : password));
  out.write(password === '' ? '\nNo password is needed now.\n' : '\nThe password is set.\n');
}
