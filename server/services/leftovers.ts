/** What a stop at an unlucky moment leaves on disk: archives that no import names, and bytes of files that were refused. */
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DataFolder } from '../db/data-folder.ts';
import { refusedOriginals } from '../db/needed-originals.ts';
import { SourcesRepository } from '../db/sources-repository.ts';

/** Removes them. Bytes that the database does not know stay: they may be runs of a newer one, which the doctor brings back. */
export function removeLeftovers({ db, originals, sources }: DataFolder): Promise<void> {
  return originals.exclusively(async () => {
    const waiting = await new SourcesRepository(db).waiting();
    const named = new Set(waiting.map(({ path }) => basename(path)));
    for (const name of await readdir(sources)) if (!named.has(name)) await rm(join(sources, name), { force: true });
    const refused = new Set(await refusedOriginals(db));
    if (refused.size === 0) return;
    for (const name of await readdir(originals.root, { recursive: true })) {
      if (refused.has(basename(name))) await originals.remove(basename(name));
    }
  });
}
