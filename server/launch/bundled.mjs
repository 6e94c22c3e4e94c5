import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

/**
 * Bundles a program of the tests and runs it.
 *
 * @param {readonly string[]} configs paths of the Vite configurations that make it
 * @param {string} program path of the bundle
 * @param {readonly string[]} [args] its arguments; those of this one unless given
 */
export async function runBundled(configs, program, args = process.argv.slice(2)) {
  await ensureInstalled();
  for (const config of configs) {
    const vite = ['build', '--logLevel', 'warn', '--config', config];
    process.exitCode ||= await runNode('node_modules/vite/bin/vite.js', vite, { stdout: 'stderr' });
  }
  if (process.exitCode === 0) process.exitCode = await runNode(program, args);
}
