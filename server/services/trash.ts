/** Deleted runs: they leave every list and sum at once, and can come back for a month. */
import type { TrashList } from '#contract/trash';
import type { DataFolder } from '../db/data-folder.ts';
import { isOriginalNeeded } from '../db/needed-originals.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import { type MovedRow, TrashRepository } from '../db/trash-repository.ts';
import { touchedBy } from '../jobs/reach.ts';
import { handOver, takeBack } from '../jobs/same-run.ts';

const DAY_MS = 86_400_000;

/** How long a deleted run can come back, days. Assumption: longer than it takes to miss something. */
export const TRASH_DAYS = 30;

/** What the trash works with. */
export interface TrashParts {
  readonly folder: DataFolder;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Called when what other runs mean has changed. */
  readonly onChange: () => void;
}

/** See the head of this file. */
export class Trash {
  readonly #parts: TrashParts;

  constructor(parts: TrashParts) {
    this.#parts = parts;
  }

  /** What lies in it, the latest first. */
  async list(): Promise<TrashList> {
    const rows = await new TrashRepository(this.#parts.folder.db).list();
    return {
      runs: rows.map((row) => ({
        id: row.id,
        name: row.title ?? row.file_name,
        startedAt: new Date(row.started_at_ms).toISOString(),
        distanceM: row.distance_m,
        deletedAt: new Date(row.deleted_at_ms).toISOString(),
        goneAt: new Date(row.deleted_at_ms + TRASH_DAYS * DAY_MS).toISOString(),
      })),
    };
  }

  /** Puts a run in. False when there was none. */
  putRun(id: string): Promise<boolean> {
    return this.#move((trash) => trash.putRun(id, this.#parts.now())).then((moved) => moved > 0);
  }

  /** Puts the runs of an import in; other recordings of them that came otherwise stay. @returns how many. */
  putImport(importId: string): Promise<number> {
    return this.#move(async (trash, runs) => {
      const gone = await trash.putImport(importId, this.#parts.now());
      for (const run of gone) await handOver(runs, run);
      return gone;
    });
  }

  /** Takes a run out again. False when it was not there. */
  restore(id: string): Promise<boolean> {
    return this.#move(async (trash, runs) => {
      const back = await trash.restore(id);
      await takeBack(runs, back);
      return back;
    }).then((moved) => moved > 0);
  }

  /** Deletes for good, with the original files. False when there was nothing. */
  async purge(which: { readonly id: string } | 'overdue' | 'all'): Promise<boolean> {
    const { folder, now } = this.#parts;
    const overdue = { beforeMs: which === 'all' ? Number.MAX_SAFE_INTEGER : now() - TRASH_DAYS * DAY_MS };
    return folder.originals.exclusively(async () => {
      const gone = await new TrashRepository(folder.db).purge(typeof which === 'string' ? overdue : which);
      for (const { file_sha256: sha256 } of gone) {
        if (!(await isOriginalNeeded(folder.db, sha256))) await folder.originals.remove(sha256);
      }
      return gone.length > 0;
    });
  }

  async #move(step: (trash: TrashRepository, runs: RunsRepository) => Promise<MovedRow[]>): Promise<number> {
    const moved = await this.#parts.folder.db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      const rows = await step(new TrashRepository(trx), runs);
      for (const { started_at_ms } of rows) await runs.touch(touchedBy(started_at_ms));
      return rows;
    });
    this.#parts.onChange();
    return moved.length;
  }
}
