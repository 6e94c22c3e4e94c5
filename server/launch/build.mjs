/** Builds dist/ when the sources are not those that it was built from. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { must, ROOT, runNode, say } from './project.mjs';

const SOURCES = ['src', 'server', 'web', 'fixtures', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** What lies among the sources and is not built into anything. */
const NOT_BUILT = /^(server.launch|fixtures.golden)\W/;
const STAMP = join(ROOT, 'dist/.stamp');
const VITE = 'node_modules/vite/bin/vite.js';

/** @returns {string[]} the files at or under a path, both from the project's folder, in a fixed order */
function filesUnder(/** @type {string} */ path) {
  const found = lstatSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(join(ROOT, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * A hash of names and contents. Times are no guide: a checkout of an older commit is newer by the clock, and a deleted
 * file leaves none.
 */
function hashSources() {
  const hash = createHash('sha256').update(process.versions.node);
  const built = SOURCES.flatMap(filesUnder).filter((file) => !NOT_BUILT.test(file));
  for (const file of built) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const readStamp = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '');

/** Builds the server, the page and the sample season, whatever stands in dist/. */
export async function build() {
  const stamp = hashSources();
  rmSync(STAMP, { force: true });
  const quiet = /** @type {const} */ ({ stdout: 'stderr' });
  await must(runNode(VITE, ['build', '--logLevel', 'warn', '--config', 'server/vite.config.ts'], quiet));
  await must(runNode(VITE, ['build', '--logLevel', 'warn', '--config', 'web/vite.config.ts'], quiet));
  await must(runNode(VITE, ['build', '--logLevel', 'warn', '--config', 'web/report.vite.config.ts'], quiet));
  rmSync(join(ROOT, 'dist/sample-season'), { recursive: true, force: true });
  await must(runNode('dist/server/generate-sample-season.js', ['dist/sample-season'], { stdout: 'ignore' }));
  writeFileSync(STAMP, stamp);
}

/** Builds when needed. */
export async function ensureBuilt() {
  if (readStamp() === hashSources()) return;
  say('Building Kneewise …');
  await build();
}
