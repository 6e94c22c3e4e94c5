import { readFile } from 'node:fs/promises';
import { explainInvalid } from '#contract/explain-invalid';
import { futureDate } from '#contract/future-date';
import { profileSchema } from '#contract/runner';
import type { Profile } from '#core';
import { whyUnreadable } from '../why-unreadable.ts';
import { UsageError } from './usage-error.ts';

/**
 * The runner's profile from a JSON file.
 *
 * @param nowMs Milliseconds since 1970, UTC; injuries cannot be later
 * @returns fields that are left out are null
 * @throws UsageError naming the file, the field and what was needed
 */
export async function readProfile(path: string, nowMs: number): Promise<Profile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`The profile file ${path} cannot be read: ${whyUnreadable(cause)}.`);
  });
  const result = profileSchema.safeParse(parseJson(text, path));
  if (!result.success) throw new UsageError(`The profile file ${path} does not fit: ${explainInvalid(result.error)}.`);
  const { lastKneeInjury, lastOtherInjury } = result.data;
  const refusal = futureDate({ lastKneeInjury, lastOtherInjury }, nowMs);
  if (refusal !== null) throw new UsageError(`The profile file ${path} does not fit: ${refusal}.`);
  return result.data;
}

function parseJson(text: string, path: string): unknown {
  try {
    // Editors on Windows put a mark in front that JSON does not allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`The profile ${path} is not JSON: ${(error as Error).message}.`);
  }
}
