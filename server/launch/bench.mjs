/** `npm run bench`: measures speed and memory; see docs/benchmarks.md. */
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
if (process.exitCode === 0) process.exitCode = await runNode('dist/bench/bench.js', process.argv.slice(2));
process.exitCode ||= await runNode('dist/bench/maps.js', []);
