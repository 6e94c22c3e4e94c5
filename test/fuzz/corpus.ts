import { gunzipSync } from 'node:zlib';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';
import type { FileFormat } from '../../src/parse/activity.ts';
import { readRealFile, realDataIndex } from '../support/real-data.ts';

/** Larger files are left out: a thousand cases a minute find more than a few on long ones. */
const LARGEST_BYTES = 1_000_000;

/** The files of a format that the fuzzer starts from: the project's own, and real ones where they are at hand. */
export function corpusOf(format: FileFormat): readonly Uint8Array[] {
  const own = {
    fit: writeFit(SOUND),
    gpx: writeGpx(SOUND, { type: 'running' }),
    tcx: writeTcx(SOUND),
  }[format];
  const odd = BROKEN.filter(({ name }) => name.endsWith(`.${format}`)).map(({ bytes }) => bytes());
  const real = realDataIndex()
    .map(({ path = '' }) => path)
    .filter((path) => path.endsWith(`.${format}`) || path.endsWith(`.${format}.gz`))
    .map((path) => (path.endsWith('.gz') ? gunzipSync(readRealFile(path)) : readRealFile(path)));
  // Plain bytes: `slice` of a Node buffer is no copy, and a case would damage the files of those behind it.
  return [own, ...odd, ...real]
    .filter(({ length }) => length > 0 && length <= LARGEST_BYTES)
    .map((bytes) => new Uint8Array(bytes));
}
