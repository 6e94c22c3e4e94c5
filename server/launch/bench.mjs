/** `npm run bench`: measures speed and memory; see docs/benchmarks.md. */
import { runBundled } from './bundled.mjs';

await runBundled(['test/bench/vite.config.ts', 'test/bench/vite-page.config.ts'], 'dist/bench/bench.js');
