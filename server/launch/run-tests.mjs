/**
 * Runs the suites and ends with one line that holds the sums.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, versionOf } from './chromium.mjs';
import { runNode, say } from './project.mjs';

/** @returns {import('./summary-reporter.mjs').Counts} one failure where the run left no counts */
function readCounts(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** True when the arguments choose projects and the one that needs a browser is not among them. */
function leavesOutBrowser(/** @type {readonly string[]} */ args) {
  const text = args.join(' ');
  return /--project[= ]/.test(text) && !/--project[= ]e2e/.test(text);
}

/**
 * Runs vitest with these arguments; all projects without any.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-test-'));
  const summary = join(folder, 'summary.json');
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, KNEEWISE_TEST_SUMMARY: summary };
  if (!leavesOutBrowser(args)) {
    const chromium = await ensureChromium();
    if (chromium === undefined) {
      say('No Chromium was found and none could be installed: set KNEEWISE_CHROMIUM to the path of one.');
    } else {
      env.KNEEWISE_CHROMIUM = chromium;
      say(`The end-to-end tests run in ${versionOf(chromium)}.`);
    }
  }
  const reporters = ['--reporter=default', '--reporter=./server/launch/summary-reporter.mjs'];
  const code = await runNode('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...args], { env });
  const { passed, failed, skipped } = readCounts(summary);
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed > 0 ? Math.max(code, 1) : code;
}
