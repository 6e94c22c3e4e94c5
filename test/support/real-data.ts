/**
 * Real watch files that are not part of the project. Tests that use them skip, and say so, where the folder is missing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/data');

/** True when the folder of real files stands beside the checkout. */
export const hasRealData = existsSync(join(FOLDER, 'INDEX.tsv'));

/** A row of the index: facts from other decoders, as text. */
export type IndexRow = Readonly<Record<string, string>>;

/** All rows of the index; empty where the folder is missing. */
export function realDataIndex(): readonly IndexRow[] {
  if (!hasRealData) return [];
  const [head = '', ...lines] = readFileSync(join(FOLDER, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** The bytes of a real file by its `path` in the index. */
export const readRealFile = (path: string): Uint8Array => readFileSync(join(FOLDER, path));

/** The full path of a real file, for programs that take one. */
export const realFilePath = (path: string): string => join(FOLDER, path);

/** Lower-case hex SHA-256. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
