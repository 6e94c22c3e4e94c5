/** The built command line, run as a runner would. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DIST } from './built-server.ts';

/**
 * Runs it on a data folder.
 *
 * @returns Its exit code, and all that it wrote.
 */
export function kneewise(dataFolder: string, args: readonly string[], input = '') {
  const env = { PATH: process.env.PATH ?? '', KNEEWISE_DATA: dataFolder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, 'server/cli.js'), ...args], {
    env,
    input,
  });
  return { status, said: `${stdout}${stderr}` };
}
