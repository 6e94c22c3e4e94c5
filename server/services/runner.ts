/** What the runner tells: profile and pain log. Both change what every run means. */
import type { NewPainEntry, RunnerProfile, StoredPainEntry } from '#contract/runner';
import type { Database } from '../db/database.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';

/** See the head of this file. */
export class Runner {
  readonly #db: Database;
  readonly #onChange: () => Promise<void>;

  /** @param onChange Called after every change. */
  constructor(db: Database, onChange: () => Promise<void>) {
    this.#db = db;
    this.#onChange = onChange;
  }

  /** The profile; null where nothing was told. */
  profile(): Promise<RunnerProfile> {
    return new ProfileRepository(this.#db).get();
  }

  /** Replaces the profile. */
  async putProfile(profile: RunnerProfile): Promise<RunnerProfile> {
    await new ProfileRepository(this.#db).put(profile);
    await this.#onChange();
    return profile;
  }

  /** All pain entries, the earliest first. */
  painLog(): Promise<StoredPainEntry[]> {
    return new PainEntriesRepository(this.#db).list();
  }

  /** Adds an entry; null when it names a run that is not here. */
  async addPainEntry(entry: NewPainEntry): Promise<StoredPainEntry | null> {
    if (entry.runId !== null && !(await new RunsRepository(this.#db).find(entry.runId))) return null;
    const stored = await new PainEntriesRepository(this.#db).insert(entry);
    await this.#onChange();
    return stored;
  }

  /** Deletes an entry. False when there was none. */
  async removePainEntry(id: number): Promise<boolean> {
    const removed = await new PainEntriesRepository(this.#db).remove(id);
    if (removed) await this.#onChange();
    return removed;
  }
}
