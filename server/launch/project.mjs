/**
 * Where the project stands, and how its launchers start other programs. Everything in this folder is plain Node without
 * dependencies, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @type {readonly [major: number, minor: number]} */
const OLDEST_NODE = [20, 19];

/** Ends the program with a plain sentence where Node is too old to run the project. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  say(`Kneewise needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Tells the person at the terminal what is going on; on stderr, so that stdout holds results only. */
export const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/**
 * Runs a program in the project's folder until it ends.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ stdout?: 'inherit' | 'stderr' | 'ignore', env?: NodeJS.ProcessEnv }} [options] where its output goes
 * @returns {Promise<number>} its exit code; 1 when it could not start or was killed
 */
export function run(program, args, { stdout = 'inherit', env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env,
      stdio: ['inherit', stdout === 'stderr' ? 2 : stdout, 'inherit'],
    });
    // The terminal sends Ctrl-C to the child too: wait for it to close in its own way instead of leaving it behind.
    const ignore = () => {};
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', ignore);
    process.on('SIGTERM', pass);
    const done = (/** @type {number} */ code) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', pass);
      resolve(code);
    };
    child.on('error', (error) => {
      say(`Could not start ${program}: ${error.message}`);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** Runs a Node script, by its path from the project's folder. See {@link run}. */
export const runNode = (
  /** @type {string} */ script,
  /** @type {readonly string[]} */ args = [],
  /** @type {Parameters<typeof run>[2]} */ options = {},
) => run(process.execPath, [script, ...args], options);

/** Runs npm: the one that started this program where there is one, else the one on the PATH. See {@link run}. */
export function runNpm(/** @type {readonly string[]} */ args) {
  const self = process.env.npm_execpath;
  if (self?.endsWith('.js')) return run(process.execPath, [self, ...args], { stdout: 'stderr' });
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdout: 'stderr' });
}

/** Goes on when the step went well; else ends this program with the step's exit code. */
export async function must(/** @type {Promise<number>} */ step) {
  const code = await step;
  if (code !== 0) process.exit(code);
}
