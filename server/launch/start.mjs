/** `npm start`: from a fresh clone to a running server. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode('dist/server/main.js', process.argv.slice(2));
