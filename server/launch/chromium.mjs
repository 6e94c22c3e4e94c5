/**
 * Finds a Chromium for the end-to-end tests, and installs one where there is none: Debian's package where that is allowed,
 * else a Chromium that is shipped inside an npm package. Nothing is fetched from anywhere else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run, runNpm, say } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];
const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];
const PACKAGE = '@sparticuz/chromium@147.0.2';
const PACKAGE_FOLDER = join(ROOT, '.cache/chromium');
const PACKAGE_PROGRAM = join(PACKAGE_FOLDER, 'chromium.sh');

/** True when the program starts: a stub that only advertises a package does not count. */
function starts(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  // On Windows and macOS asking for the version opens a window.
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

/** @returns {string | undefined} the path of a Chromium that is there already */
export function findChromium() {
  const told = [process.env.KNEEWISE_CHROMIUM, process.env.CHROME_PATH].filter((path) => path !== undefined);
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  return [...told, ...onPath, ...USUAL_PLACES, PACKAGE_PROGRAM].find(starts);
}

/** Installs Debian's package. @returns {Promise<boolean>} false where that is not possible here */
async function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return false;
  say('Installing Chromium for the end-to-end tests with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = /** @type {const} */ ({ stdout: 'ignore', env });
  if ((await run('apt-get', ['-qq', 'update'], options)) !== 0) return false;
  // Without any font a page is drawn without letters, and all sizes measured on it are wrong.
  const packages = ['chromium', 'fonts-dejavu-core'];
  return (await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], options)) === 0;
}

/**
 * Unpacks the Chromium of an npm package and writes a program that starts it with the libraries and fonts that the package
 * brings along: a machine without Chromium seldom has either.
 *
 * @returns {Promise<string | undefined>} the program's path
 */
async function installWithNpm() {
  say(`Installing Chromium for the end-to-end tests from the npm package ${PACKAGE} …`);
  mkdirSync(PACKAGE_FOLDER, { recursive: true });
  const args = ['install', '--prefix', PACKAGE_FOLDER, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  // The package names a newer Node than it needs.
  if ((await runNpm([...args, '--loglevel=error', '--engine-strict=false', PACKAGE])) !== 0) return undefined;
  const folder = join(PACKAGE_FOLDER, 'node_modules/@sparticuz/chromium');
  const { default: chromium, inflate } = await import(pathToFileURL(join(folder, 'build/esm/index.mjs')).href);
  const path = await chromium.executablePath();
  const libraries = await inflate(join(folder, 'bin/al2023.tar.br'));
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH="${join(libraries, 'lib')}"`,
    existsSync('/etc/fonts') ? '' : `export FONTCONFIG_PATH="${join(dirname(path), 'fonts')}"`,
    `exec "${path}" "$@"`,
  ];
  writeFileSync(PACKAGE_PROGRAM, `${lines.join('\n')}\n`, { mode: 0o755 });
  return starts(PACKAGE_PROGRAM) ? PACKAGE_PROGRAM : undefined;
}

/**
 * The path of a Chromium, installed when there was none.
 *
 * @returns {Promise<string | undefined>} undefined where neither way works
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (await installWithApt()) return findChromium();
  return installWithNpm();
}

/** What the program calls itself, such as `Chromium 147.0`. */
export const versionOf = (/** @type {string} */ path) =>
  process.platform === 'linux' ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim() : path;
