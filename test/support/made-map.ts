/** Maps on disk and in memory for tests of what is built on them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { addMap } from '../../server/maps/add-map.ts';
import { loadMapFile, openMap } from '../../server/maps/map-file.ts';
import { realFilePath } from './real-data.ts';
import { type MapNode, type MapWay, metresOnMap, pbfPieces } from './small-map.ts';

/** Runs a test in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-maps-'));
  const remove = () => rmSync(folder, { recursive: true });
  let result: T;
  try {
    result = work(folder);
  } catch (error) {
    remove();
    throw error;
  }
  // Work that goes on needs the folder until it is done.
  if (result instanceof Promise) return result.finally(remove) as T;
  remove();
  return result;
}

/** The map of an extract in a file. */
export const mapOfExtract = (path: string): ReturnType<typeof openMap> =>
  inFolder((folder) => {
    addMap(path, join(folder, 'map.ways'), 'extract');
    return openMap(loadMapFile(join(folder, 'map.ways')));
  });

/** The map of made-up nodes and ways, through a file as a download site would hand it out. */
export const madeMap = (nodes: readonly MapNode[], ways: readonly MapWay[]): ReturnType<typeof openMap> =>
  inFolder((folder) => {
    const path = join(folder, 'made.osm.pbf');
    writeFileSync(path, Buffer.concat([...pbfPieces(nodes, ways)]));
    return mapOfExtract(path);
  });

/** An extract with one forest path along the whole of the sound run, whose ground its tag names. */
export function mapOfSoundRun(): Buffer {
  const { latDeg, lonDeg } = SOUND;
  if (latDeg === null || lonDeg === null) throw new Error('The sound run has no positions.');
  const nodes = Array.from(latDeg, (lat, i) => ({ id: i + 1, ...metresOnMap(lat, lonDeg[i] as number) }));
  const way = { id: 9, nodeIds: nodes.map(({ id }) => id), tags: { highway: 'path', surface: 'dirt' } };
  return Buffer.concat([...pbfPieces(nodes, [way])]);
}

/** The one real extract that real runs lie on. */
export const HEIDELBERG = realFilePath('osm/GIScience+openrouteservice/ors-api/src/test/files/heidelberg.test.pbf');
