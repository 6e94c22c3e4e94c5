import type { ReadContext } from '#core';
import { MapFolder } from '../maps/map-folder.ts';
import { mapLookup } from '../maps/map-lookup.ts';
import { TerrainFolder } from '../terrain/terrain-folder.ts';

/** What a data folder knows of the ground: its maps, and its terrain if any. The folder need not exist. */
export function groundOf(dataFolder: string): Required<Pick<ReadContext, 'maps'>> & Pick<ReadContext, 'terrain'> {
  const maps = mapLookup(new MapFolder(dataFolder).load(), dataFolder);
  const terrain = new TerrainFolder(dataFolder).lookup();
  return { maps, ...(terrain ? { terrain } : {}) };
}
