/** Looks whether everything in a data folder is sound, and mends what can be mended. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../db/data-folder.ts';
import { checkDatabase } from '../db/database.ts';
import { ImportsRepository } from '../db/imports-repository.ts';
import { isOriginalNeeded } from '../db/needed-originals.ts';
import { PlansRepository } from '../db/plans-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import { decodeReading } from '../jobs/reading-codec.ts';
import { unpackPlan } from './plans.ts';
import type { Runs } from './runs.ts';

/** What was found; `mended` tells whether it is sound again, or will be when the work that was queued is done. */
export interface Complaint {
  readonly words: string;
  readonly mended: boolean;
}

const RESCUE =
  'The originals are apart from it. Move kneewise.sqlite out of the data folder, restore the newest file of its folder backups, and run the doctor again with --mend.';

const FINGERPRINT = /^[0-9a-f]{64}$/;

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** See the head of this file. */
export class Doctor {
  readonly #folder: DataFolder;
  readonly #runs: Runs;
  readonly #now: () => number;
  readonly #complaints: Complaint[] = [];

  /** @param now Milliseconds since 1970, UTC. */
  constructor(folder: DataFolder, runs: Runs, now: () => number) {
    this.#folder = folder;
    this.#runs = runs;
    this.#now = now;
  }

  /**
   * Examines all of it.
   *
   * @param mend also mends; nothing that is not worked out again is ever deleted.
   */
  async examine(mend: boolean): Promise<readonly Complaint[]> {
    // Nothing that a damaged database says can be trusted.
    if (!(await this.#isDatabaseSound())) return this.#complaints;
    await this.#originals();
    await this.#orphans(mend);
    await this.#plans();
    await this.#readings(mend);
    await this.#engine(mend);
    return this.#complaints;
  }

  #complain(words: string, mended = false): void {
    this.#complaints.push({ words, mended });
  }

  async #isDatabaseSound(): Promise<boolean> {
    const damage = await checkDatabase(this.#folder.db);
    if (damage.length > 0) this.#complain(`The database of the data folder is damaged (${damage[0]}). ${RESCUE}`);
    return damage.length === 0;
  }

  async #originals(): Promise<void> {
    const { db, originals } = this.#folder;
    for (const sha256 of await new RunsRepository(db).files()) {
      const found = await hashOf(originals.path(sha256));
      if (found === sha256) continue;
      const [run] = await new RunsRepository(db).ofFile(sha256);
      const name = run ? `${run.file_name} (run of ${new Date(run.started_at_ms).toISOString().slice(0, 10)})` : sha256;
      const what = found === null ? 'is missing' : 'has other bytes than when it came';
      this.#complain(`The original of ${name} ${what}. Its report stays; import the file again to have it whole.`);
    }
  }

  /** Bytes that nothing names: of runs that an older database did not know. They are read again. */
  async #orphans(mend: boolean): Promise<void> {
    const { db, root } = { db: this.#folder.db, root: this.#folder.originals.root };
    const lost: { name: string; bytes: number; sha256: string }[] = [];
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !FINGERPRINT.test(entry.name) || (await isOriginalNeeded(db, entry.name))) continue;
      const { size } = await stat(join(entry.parentPath, entry.name));
      lost.push({ name: entry.name, bytes: size, sha256: entry.name });
    }
    if (lost.length === 0) return;
    if (mend) {
      const files = lost.map((file) => ({ ...file, state: 'queued', code: null, reason: null, run_id: null }) as const);
      await new ImportsRepository(db).insert({ id: randomUUID(), created_at_ms: this.#now() }, files);
    }
    this.#complain(`${lost.length} originals belong to no run; mending reads them again.`, mend);
  }

  async #plans(): Promise<void> {
    const plans = new PlansRepository(this.#folder.db);
    for (const { id, sha256, name } of await plans.list()) {
      const bytes = await unpackPlan((await plans.packed(id)) ?? new Uint8Array()).catch(() => null);
      if (bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256) continue;
      this.#complain(`The file of the plan ${name} is damaged. Delete the plan and add its file again.`);
    }
  }

  async #readings(mend: boolean): Promise<void> {
    const runs = new RunsRepository(this.#folder.db);
    let unsound = 0;
    for (const id of await runs.ids()) {
      const encoded = await runs.reading(id);
      try {
        decodeReading(encoded ?? new Uint8Array());
      } catch {
        unsound += 1;
        if (mend) await runs.noteEngine(id, '');
      }
    }
    if (unsound > 0)
      this.#complain(`${unsound} stored readings are missing or damaged; mending reads the originals again.`, mend);
  }

  async #engine(mend: boolean): Promise<void> {
    const { updating: behind } = await this.#runs.list();
    if (behind > 0)
      this.#complain(`${behind} reports are of an older engine or context; mending brings them up to date.`, mend);
  }
}
