/** `npm run check`: all that a change has to pass. Goes on after a failed step, so that one run tells everything. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode, say } from './project.mjs';
import { runTests } from './run-tests.mjs';

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const TSC = 'node_modules/typescript/bin/tsc';
const DEPCRUISE = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';

await ensureInstalled();
await ensureBuilt();

const PARTS = ['src', 'server', 'server/launch', 'web', 'test'];

/** @type {Record<string, () => Promise<number>>} */
const steps = {
  'format and lint': () => runNode(BIOME, ['check', '--error-on-warnings', '.']),
  ...Object.fromEntries(PARTS.map((part) => [`types of ${part}`, () => runNode(TSC, ['-p', part])])),
  arrows: () => runNode(DEPCRUISE, ['--config', '.dependency-cruiser.mjs', 'src', 'server', 'web', 'fixtures']),
  tests: () => runTests([]),
};
const broken = [];
for (const [name, step] of Object.entries(steps)) {
  say(`\n— ${name}`);
  if ((await step()) !== 0) broken.push(name);
}
say(broken.length === 0 ? '\nAll checks passed.' : `\nFailed: ${broken.join(', ')}.`);
process.exitCode = broken.length === 0 ? 0 : 1;
