/** One line a matter on standard error. Never coordinates, never the content of a file. */

/** Something failed that a developer should see. */
export function logFailure(what: string, error: unknown): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`kneewise: ${what}: ${told}\n`);
}
