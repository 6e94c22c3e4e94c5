/** `npm run bench:web`: measures the page in a real browser; see docs/benchmarks.md. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(
  'node_modules/vite/bin/vite.js',
  ['build', '--logLevel', 'warn', '--config', 'test/bench/vite.config.ts'],
  { stdout: 'stderr' },
);
if (process.exitCode === 0) process.exitCode = await runNode('dist/bench/web.js');
