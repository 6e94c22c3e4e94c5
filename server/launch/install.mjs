/** Installs the dependencies when they are missing or not those of package-lock.json. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, ROOT, requireNode, runNpm, say } from './project.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/** @returns {Lock | null} null where the file is missing or damaged */
function readLock(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * What package-lock.json asks for and node_modules does not hold. npm writes node_modules/.package-lock.json as its last
 * step, so an install that was cut short counts as missing. Optional packages may be left out on this platform.
 *
 * @returns {string[]} paths of packages that differ
 */
export function missingPackages(/** @type {Lock} */ wanted, /** @type {Lock | null} */ installed) {
  return Object.entries(wanted.packages)
    .filter(([path]) => path !== '')
    .filter(([path, { version, optional }]) => {
      const found = installed?.packages[path];
      return found === undefined ? !optional : found.version !== version;
    })
    .map(([path]) => path);
}

const isLink = (/** @type {string} */ path) => lstatSync(join(ROOT, path), { throwIfNoEntry: false })?.isSymbolicLink();

/** Installs when needed; ends the program with a plain sentence when that fails. */
export async function ensureInstalled() {
  requireNode();
  const wanted = readLock('package-lock.json');
  if (wanted === null) {
    say('package-lock.json is missing or damaged: get it again with "git checkout package-lock.json".');
    process.exit(1);
  }
  const missing = missingPackages(wanted, readLock('node_modules/.package-lock.json'));
  if (missing.length === 0) return;
  if (isLink('node_modules')) {
    // npm would change the folder that the link leads to, which belongs to another checkout.
    say(`node_modules is a link and lacks ${missing.length} packages (${missing[0]}): install them where it leads to.`);
    return;
  }
  say('Installing what Kneewise is built with (once, about 200 MB) …');
  // Not "npm ci": newer ones refuse a lock file that lacks binaries of other platforms, and a registry need not hold those.
  // "--no-save" keeps to the versions of the lock file and leaves it as it is.
  // Build tools are development dependencies, also for somebody whose npm is set to production.
  await must(runNpm(['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error']));
}
