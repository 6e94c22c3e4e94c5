/** `npm run bench`: measures speed and memory; see docs/benchmarks.md. */
import { ensureBuilt } from './build.mjs';
import { runBundled } from './bundled.mjs';
import { runNode } from './project.mjs';

const CONFIGS = ['test/bench/vite.config.ts', 'test/bench/vite-page.config.ts'];

if (process.argv[2] === 'import') {
  // An import uses the worker threads as they are built for the server.
  await ensureBuilt();
  await runBundled(CONFIGS, 'dist/bench/import.js', process.argv.slice(3));
} else {
  await runBundled(CONFIGS, 'dist/bench/bench.js');
  process.exitCode ||= await runNode('dist/bench/maps.js', []);
}
