import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of the ground, by folder of the data folder. */
const FOLDERS = ['maps', 'terrain'] as const;

/**
 * A word that changes whenever a map or terrain tile is added, replaced or removed: a reading of another word may be
 * behind. Whatever adds one puts it in place by renaming, which the folder's own time tells.
 *
 * @param dataFolder Absolute path.
 * @returns empty where nothing is known of any ground
 */
export function groundStamp(dataFolder: string): string {
  const states = FOLDERS.flatMap((name) => {
    const path = join(dataFolder, name);
    const files = existsSync(path) ? readdirSync(path).sort() : [];
    return files.length === 0 ? [] : [`${name}: ${files.join()} @${statSync(path).mtimeMs}`];
  });
  if (states.length === 0) return '';
  return `ground-${createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 8)}`;
}
