/** The project's own files, for tests that look at them as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const PROJECT = join(import.meta.dirname, '../..');

/** What lies in the folder without belonging to the project; read from the disk, because git may not be installed. */
const FOREIGN = new Set(['.git', '.cache', 'node_modules', 'dist', 'data', 'coverage']);

function walk(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (FOREIGN.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/**
 * Paths of the files that belong to the project, from its folder and with forward slashes.
 *
 * @param pattern which paths to keep
 */
export const projectFiles = (pattern: RegExp): readonly string[] =>
  walk('')
    .filter((path) => pattern.test(path))
    .sort();

/** The text of a file of the project. */
export const projectText = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
