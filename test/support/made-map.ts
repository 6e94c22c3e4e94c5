/** Maps on disk and in memory for tests of what is built on them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMap } from '../../server/maps/add-map.ts';
import { loadMapFile, openMap } from '../../server/maps/map-file.ts';
import { realFilePath } from './real-data.ts';
import { type MapNode, type MapWay, pbfPieces } from './small-map.ts';

/** Runs a test in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-maps-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
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

/** The one real extract that real runs lie on. */
export const HEIDELBERG = realFilePath('osm/GIScience+openrouteservice/ors-api/src/test/files/heidelberg.test.pbf');
