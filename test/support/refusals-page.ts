/** docs/methods/refusals.md: every reason for which a file gives no run, with its words, made from the broken fixtures. */
import { BROKEN } from '../../fixtures/broken/all.ts';
import { parse } from '../../src/parse/parse.ts';
import type { ParseErrorCode } from '../../src/parse/parse-error.ts';

/** What each code means; the compiler demands each. */
export const CODE_MEANINGS: Readonly<Record<ParseErrorCode, string>> = {
  'empty-file': 'There are no bytes.',
  'unknown-format':
    'By its content the file is neither FIT, GPX nor TCX; it is told for what it is where that can be seen.',
  archive: 'A packed file. Kneewise unpacks it before reading; the library alone does not.',
  'damaged-file': 'Nothing sound could be read.',
  'too-large': 'More than any run: bytes, points, runs, laps, elements or elements inside each other.',
  'no-samples': 'A sound file without any recorded point, or none with a time, or nobody moved.',
  'not-a-run':
    'A recording of another sport, or no recording at all (a plan, a course, settings). A recording can be read all the same when the runner says that it was a run.',
};

/** A refused fixture with what the reader says of it. */
export interface RefusedFixture {
  readonly name: string;
  readonly code: ParseErrorCode;
  readonly message: string;
}

/** All broken fixtures that are refused. */
export function refusedFixtures(): readonly RefusedFixture[] {
  return BROKEN.flatMap(({ name, bytes }) => {
    const result = parse(bytes());
    return result.ok ? [] : [{ name, ...result.error }];
  });
}

/** The page. */
export function refusalsPage(): string {
  const refused = refusedFixtures();
  const sections = Object.entries(CODE_MEANINGS).map(([code, meaning]) => {
    const rows = refused
      .filter((fixture) => fixture.code === code)
      .map(({ name, message }) => `- \`${name}\`: ${message}`);
    return [`## \`${code}\``, '', meaning, '', ...rows].join('\n');
  });
  return `${[
    '# Refusals: why a file gives no run',
    'The set of codes is closed: `ParseErrorCode` in `src/parse/parse-error.ts`. Each has at least one broken file in `fixtures/broken`, and this page tells what Kneewise says of each of them. The page is written by `UPDATE_GOLDEN=1 npx vitest run --project golden test/golden/refusals.test.ts`; the test holds page, type and files equal.',
    ...sections,
    '## Beside the reader',
    'The server adds reasons that lie outside the file: `timed-out`, `out-of-memory` and `reading-failed` when a worker had to be ended, and those of packed files and account exports. The command line adds `unreadable-file` and `internal-error`.',
  ].join('\n\n')}\n`;
}
