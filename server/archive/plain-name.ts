/** Names come from whoever made an archive or sent a file: they are shown on pages, in lists and on terminals. */

/** Longest name that is kept, characters; archives inside archives put theirs one before the other. Assumption. */
const LONGEST_NAME = 400;

/** What steers a terminal, breaks a line, turns the reading direction, or is half a character. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** The name as it may be shown anywhere: nothing in it that steers, and of a very long one the end, which tells more. */
export function plainName(name: string): string {
  // By UTF-16 units first: to part a name of megabytes into characters takes long.
  const end = name.slice(-2 * LONGEST_NAME).replaceAll(STEERING, '\ufffd');
  const characters = [...end];
  const isWhole = name.length <= 2 * LONGEST_NAME && characters.length <= LONGEST_NAME;
  return isWhole ? end : `…${characters.slice(1 - LONGEST_NAME).join('')}`;
}
