/** `kneewise map`: adds, lists and removes the maps that tell what a run was on. */
import { basename } from 'node:path';
import { MapFileError } from '../maps/map-file.ts';
import { MapFolder, MapNameError } from '../maps/map-folder.ts';
import { MapFormatError } from '../maps/pbf-file.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { UsageError } from './usage-error.ts';

const BYTES_PER_MB = 1e6;
const inMb = (bytes: number): string => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;

/** Shows how far the work is, on a terminal only, each per cent once. */
function tellProgress(): (share: number) => void {
  let told = -1;
  return (share) => {
    const percent = Math.floor(100 * share);
    if (!process.stderr.isTTY || percent === told) return;
    told = percent;
    process.stderr.write(percent < 100 ? `\rReading the map: ${percent} %` : '\r\u001b[K');
  };
}

/** Runs work on maps; what the user can put right becomes a usage error. */
function orUsageError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isTheirs = error instanceof MapFormatError || error instanceof MapFileError || error instanceof MapNameError;
    if (isTheirs) throw new UsageError(error.message);
    if (error instanceof Error && 'code' in error)
      throw new UsageError(`The map cannot be read: ${whyUnreadable(error)}.`);
    throw error;
  }
}

/**
 * Adds the extract in a file.
 * @throws {UsageError} when it is no map
 */
export function mapAdd(dataFolder: string, file: string, out: NodeJS.WritableStream): void {
  const folder = new MapFolder(dataFolder);
  const name = orUsageError(() => folder.add(file, basename(file), tellProgress()));
  const added = folder.list().find((map) => map.name === name);
  out.write(
    `Added "${name}": ${added?.facts?.ways} ways, ${inMb(added?.bytes ?? 0)}. © OpenStreetMap contributors, ODbL.\n`,
  );
}

/** Lists the maps, one a line. */
export function mapList(dataFolder: string, out: NodeJS.WritableStream): void {
  const maps = orUsageError(() => new MapFolder(dataFolder).list());
  if (maps.length === 0) out.write('No maps yet. Add one with: kneewise map add region.osm.pbf\n');
  for (const { name, facts, bytes } of maps) {
    const state = facts ? `${facts.ways} ways` : 'of another version or damaged: remove it and add it again';
    out.write(`${name}\t${state}\t${inMb(bytes)}\n`);
  }
}

/**
 * Removes a map.
 * @throws {UsageError} when there is none of that name
 */
export function mapRemove(dataFolder: string, name: string, out: NodeJS.WritableStream): void {
  orUsageError(() => new MapFolder(dataFolder).remove(name));
  out.write(`Removed "${name}".\n`);
}
