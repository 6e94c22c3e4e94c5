/** `npm run bench`: measures speed and memory; see docs/benchmarks.md. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

await ensureInstalled();
for (const config of ['test/bench/vite.config.ts', 'test/bench/vite-page.config.ts']) {
  process.exitCode ||= await runNode(
    'node_modules/vite/bin/vite.js',
    ['build', '--logLevel', 'warn', '--config', config],
    { stdout: 'stderr' },
  );
}
// An import uses the worker threads as they are built for the server.
const [what, ...rest] = process.argv.slice(2);
const isImport = what === 'import';
if (isImport) await ensureBuilt();
process.exitCode ||= isImport
  ? await runNode('dist/bench/import.js', rest)
  : await runNode('dist/bench/bench.js', process.argv.slice(2));
