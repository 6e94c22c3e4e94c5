/** Says in one plain sentence what does not fit about something sent. */
import type { z } from 'zod';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function explainIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no field ${quoted(issue.keys)} here`;
  const field = issue.path.join('.');
  if (field !== '') return `"${field}" ${issue.message}`;
  return issue.code === 'custom' ? issue.message : 'a JSON object with named fields is needed';
}

/**
 * @param error Of a schema of the contract, whose messages go on from the name of the field ("has to be …").
 * @returns A sentence without its full stop, to stand alone or after a colon; several faults are parted by semicolons.
 */
export const explainInvalid = (error: z.ZodError): string => [...new Set(error.issues.map(explainIssue))].join('; ');
