import { readFile } from 'node:fs/promises';
import { profileSchema } from '#contract/runner';
import type { Profile } from '#core';
import { UsageError } from './usage-error.ts';

/**
 * The runner's profile from a JSON file.
 *
 * @returns fields that are left out are null
 * @throws UsageError naming the file, the field and what was needed
 */
export async function readProfile(path: string): Promise<Profile> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new UsageError(`The profile ${path} cannot be read: ${cause.message}`);
  });
  const result = profileSchema.safeParse(parseJson(text, path));
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path: at, message }) =>
    at.length === 0 ? message : `${at.join('.')}: ${message}`,
  );
  throw new UsageError(`The profile ${path} does not fit: ${wrong.join('; ')}.`);
}

function parseJson(text: string, path: string): unknown {
  try {
    // Editors on Windows put a mark in front that JSON does not allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`The profile ${path} is not JSON: ${(error as Error).message}.`);
  }
}
