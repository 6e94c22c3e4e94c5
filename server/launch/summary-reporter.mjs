/** A vitest reporter that leaves the counts of a run in a file, for the last line of `npm test`. */
import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** See the file's comment; vitest wants it as the default export. The path of the file comes in the environment as KNEEWISE_TEST_SUMMARY. */
export default class SummaryReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {Counts} */
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'skipped') counts.skipped += 1;
        else counts.failed += 1;
      }
      // A file that cannot be loaded, or whose setup fails, has no failed test to count.
      if (!module.ok() && tests.every((test) => test.ok())) counts.failed += 1;
    }
    const path = process.env.KNEEWISE_TEST_SUMMARY;
    if (path !== undefined) writeFileSync(path, JSON.stringify(counts));
  }
}
