/** `npm run -s kneewise -- …`: the command line, installed and built when needed. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode('dist/server/cli.js', process.argv.slice(2));
