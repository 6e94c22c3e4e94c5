/** `npm test`: from a fresh clone to every suite run. Arguments after `--` go to vitest. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runTests } from './run-tests.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runTests(process.argv.slice(2));
