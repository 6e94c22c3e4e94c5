/** All that a data folder knows of ways: the extracts that were added, then the cells of an online map. */
import { type MapLookup, touches, widened } from '#core';
import { CellFolder } from './cell-folder.ts';
import { openMap } from './map-file.ts';

/** A way may lie this far beside a run, 1e-7 degrees; more than matching looks. */
const ROOM_E7 = 10_000;

/**
 * @param extracts The bytes of the maps that were added, by name.
 * @param dataFolder Absolute path of the data folder.
 */
export function mapLookup(extracts: readonly SharedArrayBuffer[], dataFolder: string): MapLookup {
  const cells = new CellFolder(dataFolder);
  return function* (box) {
    const around = widened(box, ROOM_E7);
    for (const data of extracts) {
      const map = openMap(data);
      if (touches(map.facts.box, around)) yield map;
    }
    yield* cells.mapsIn(around);
  };
}
