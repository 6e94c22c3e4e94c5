/** The command was given something that it cannot work with; the message says what and what was needed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
