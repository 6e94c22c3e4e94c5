import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A word that changes whenever a terrain tile is added, replaced or removed: a reading of another word may be behind.
 * Whatever adds one puts it in place by renaming, which the folder's own time tells. Maps have only the runs in their box
 * read again, see `server/services/maps.ts`.
 *
 * @param dataFolder Absolute path.
 * @returns empty where there is no terrain
 */
export function groundStamp(dataFolder: string): string {
  const path = join(dataFolder, 'terrain');
  const files = existsSync(path) ? readdirSync(path).sort() : [];
  if (files.length === 0) return '';
  const state = `${files.join()} @${statSync(path).mtimeMs}`;
  return `ground-${createHash('sha256').update(state).digest('hex').slice(0, 8)}`;
}
