/**
 * The note that a running server leaves in its data folder, so that the command line can hand it work: where it answers, and a
 * key that lets in without a login. Who can read the folder can read all that the key opens.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const noteSchema = z.object({ url: z.url(), key: z.string().min(1) });

/** See the head of this file. */
export type ServerNote = z.infer<typeof noteSchema>;

const pathIn = (dataFolder: string): string => join(dataFolder, 'server.json');

/** Leaves the note, for the owner of the folder alone. */
export async function leaveNote(dataFolder: string, note: ServerNote): Promise<void> {
  const path = pathIn(dataFolder);
  const part = `${path}.part`;
  await rm(part, { force: true });
  await writeFile(part, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
  await rename(part, path);
}

/** Takes the note away. */
export const takeNoteAway = (dataFolder: string): Promise<void> => rm(pathIn(dataFolder), { force: true });

/** The note; null where there is none that can be read. It may be of a server that was killed. */
export async function readNote(dataFolder: string): Promise<ServerNote | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(pathIn(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}
