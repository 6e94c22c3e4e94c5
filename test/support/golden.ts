/** Files that hold what the program said when somebody last looked at it and found it right. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Set to 1 to rewrite the files instead of comparing. */
const isUpdating = process.env.UPDATE_GOLDEN === '1';
/** Digits of a number that are compared: versions of Node differ in the last of about sixteen. */
const DIGITS = 9;

/** JSON to read and compare, numbers cut to {@link DIGITS}. */
export const goldenJson = (value: unknown): string =>
  `${JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toPrecision(DIGITS)) : part), 2)}\n`;

/**
 * Compares a text with a committed file, or writes the file when `UPDATE_GOLDEN=1`.
 * @param path From the root of the project.
 */
export function expectGolden(path: string, text: string): void {
  const file = join(ROOT, path);
  if (isUpdating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`${path} is missing; UPDATE_GOLDEN=1 writes it`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
