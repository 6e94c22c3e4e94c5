/** `kneewise terrain`: adds, lists and removes the tiles that tell how high the ground lies. */
import { TerrainFolder, TileNameError } from '../terrain/terrain-folder.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { UsageError } from './usage-error.ts';

const BYTES_PER_MB = 1e6;

/**
 * Adds the tiles in a file or folder.
 * @returns whether every file that looked like a tile was one, and there was at least one
 * @throws {UsageError} when the path cannot be read
 */
export async function terrainAdd(dataFolder: string, from: string, out: NodeJS.WritableStream): Promise<boolean> {
  let added = 0;
  let refused = 0;
  try {
    for await (const tile of new TerrainFolder(dataFolder).add(from)) {
      if (tile.ok) added++;
      else {
        refused++;
        out.write(`${tile.file}: ${tile.message}\n`);
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new UsageError(`${from} cannot be read: ${whyUnreadable(error)}.`);
    throw error;
  }
  const runs = 'Runs without an altitude of their own, or with one by satellites, are read again with it.';
  if (added > 0) out.write(`Added ${added} terrain ${added === 1 ? 'tile' : 'tiles'}. ${runs}\n`);
  else if (refused === 0) out.write(`No terrain tiles (files such as N42E001.hgt) were found in ${from}.\n`);
  return added > 0 && refused === 0;
}

/** Lists the tiles, one a line. */
export function terrainList(dataFolder: string, out: NodeJS.WritableStream): void {
  const tiles = new TerrainFolder(dataFolder).list();
  if (tiles.length === 0) out.write('No terrain yet. Add tiles with: kneewise terrain add FOLDER\n');
  for (const { name, bytes } of tiles) out.write(`${name}\t${(bytes / BYTES_PER_MB).toFixed(1)} MB\n`);
}

/**
 * Removes a tile.
 * @throws {UsageError} when there is none of that name
 */
export function terrainRemove(dataFolder: string, name: string, out: NodeJS.WritableStream): void {
  try {
    new TerrainFolder(dataFolder).remove(name);
  } catch (error) {
    if (error instanceof TileNameError) throw new UsageError(error.message);
    throw error;
  }
  out.write(`Removed "${name}". Runs that it was used for are read again without it.\n`);
}
