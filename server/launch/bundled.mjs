import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

/**
 * Bundles a program of the tests and runs it with the arguments of this one.
 *
 * @param {readonly string[]} configs paths of the Vite configurations that make it
 * @param {string} program path of the bundle
 */
export async function runBundled(configs, program) {
  await ensureInstalled();
  for (const config of configs) {
    const vite = ['build', '--logLevel', 'warn', '--config', config];
    process.exitCode ||= await runNode('node_modules/vite/bin/vite.js', vite, { stdout: 'stderr' });
  }
  if (process.exitCode === 0) process.exitCode = await runNode(program, process.argv.slice(2));
}
