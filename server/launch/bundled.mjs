import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

/**
 * Bundles a program of the tests and runs it with the arguments of this one.
 *
 * @param {string} config path of its Vite configuration
 * @param {string} program path of the bundle
 */
export async function runBundled(config, program) {
  await ensureInstalled();
  const vite = ['build', '--logLevel', 'warn', '--config', config];
  process.exitCode = await runNode('node_modules/vite/bin/vite.js', vite, { stdout: 'stderr' });
  if (process.exitCode === 0) process.exitCode = await runNode(program, process.argv.slice(2));
}
