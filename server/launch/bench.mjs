/** `npm run bench`: measures speed and memory; see docs/benchmarks.md. */
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

await ensureInstalled();
process.exitCode = await runNode(
  'node_modules/vite/bin/vite.js',
  ['build', '--logLevel', 'warn', '--config', 'test/bench/vite.config.ts'],
  {
    stdout: 'stderr',
  },
);
if (process.exitCode === 0) process.exitCode = await runNode('dist/bench/bench.js', process.argv.slice(2));
