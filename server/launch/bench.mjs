/** `npm run bench`: measures speed and memory; see docs/benchmarks.md. */
import { runBundled } from './bundled.mjs';
import { runNode } from './project.mjs';

await runBundled(['test/bench/vite.config.ts', 'test/bench/vite-page.config.ts'], 'dist/bench/bench.js');
process.exitCode ||= await runNode('dist/bench/maps.js', []);
