/**
 * Has runs read again where what is known of the ground changed, and only there. Maps and terrain may come and go by whatever
 * hand, the command line's too, while the server runs or not; so what the runs were last read with is remembered, and
 * compared with what is here.
 */
import { z } from 'zod';
import type { BoxE7 } from '#core';
import type { Database } from '../db/database.ts';
import { readAgainIn } from '../db/read-again-in.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import { SettingsRepository } from '../db/settings-repository.ts';

const groundFileSchema = z.object({
  name: z.string(),
  writtenAtMs: z.number(),
  box: z.object({ minLon: z.number(), minLat: z.number(), maxLon: z.number(), maxLat: z.number() }),
});

/** A map or terrain tile as it lies on disk. */
export type GroundFile = z.infer<typeof groundFileSchema>;

/** A folder that holds such. */
export interface GroundFolder {
  /** What is here now; cheap enough to be asked for each report. */
  present(): readonly GroundFile[];
}

const isSame = (a: GroundFile, b: GroundFile): boolean => a.name === b.name && a.writtenAtMs === b.writtenAtMs;
const without = (list: readonly GroundFile[], others: readonly GroundFile[]): GroundFile[] =>
  list.filter((file) => !others.some((other) => isSame(file, other)));

/** See the head of this file. */
export class GroundChanges {
  readonly #db: Database;
  readonly #folders: readonly GroundFolder[];
  #seen: readonly GroundFile[] | null = null;
  #version = 0;

  constructor(db: Database, folders: readonly GroundFolder[]) {
    this.#db = db;
    this.#folders = folders;
  }

  /** Grows with every change: a reading that was begun before one may be behind when it is done. */
  get version(): number {
    return this.#version;
  }

  /** Has the runs read again that touch a box. */
  async changedIn(box: BoxE7): Promise<void> {
    this.#version++;
    await readAgainIn(this.#db, box);
  }

  /** Has these runs read again, of which the runner has said something. */
  async changedOn(runIds: readonly string[]): Promise<void> {
    this.#version++;
    await new RunsRepository(this.#db).readAgain(runIds);
  }

  /** Looks what came, changed or went since the last look, and has the runs read again that lie there. True when anything did. */
  async notice(): Promise<boolean> {
    const now = this.#folders.flatMap((folder) => folder.present());
    const before = await this.#lastSeen();
    const changed = [...without(before, now), ...without(now, before)];
    if (changed.length === 0) return false;
    for (const { box } of changed) await this.changedIn(box);
    await new SettingsRepository(this.#db).put('ground-seen', JSON.stringify(now));
    this.#seen = now;
    return true;
  }

  async #lastSeen(): Promise<readonly GroundFile[]> {
    if (this.#seen) return this.#seen;
    const stored = await new SettingsRepository(this.#db).get('ground-seen');
    this.#seen = stored === null ? [] : z.array(groundFileSchema).parse(JSON.parse(stored));
    return this.#seen;
  }
}
