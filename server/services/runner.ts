/** What the runner tells: profile and pain log. Both change what every run means. */
import type { NewPainEntry, PainLogAnswer, RunnerProfile, StoredPainEntry } from '#contract/runner';
import { redFlag, seeSomebody } from '#core';
import type { Database } from '../db/database.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';

/** See the head of this file. */
export class Runner {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #onChange: () => Promise<void>;

  /**
   * @param now Milliseconds since 1970, UTC.
   * @param onChange Called after every change.
   */
  constructor(db: Database, now: () => number, onChange: () => Promise<void>) {
    this.#db = db;
    this.#now = now;
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

  /** All pain entries, the earliest first, and whether the knee should be seen before anything else. */
  async painLog(): Promise<PainLogAnswer> {
    const repository = new PainEntriesRepository(this.#db);
    const { timeZone } = await new ProfileRepository(this.#db).forReview();
    const log = { entries: await repository.forReview(), timeZone };
    const flag = redFlag(log, { sha256: '', startedAtMs: this.#now() });
    return { entries: await repository.list(), redFlag: flag && { urgent: flag.urgent, text: seeSomebody(flag) } };
  }

  /** Adds an entry; null when it names a run that is not here. */
  async addPainEntry(entry: NewPainEntry): Promise<StoredPainEntry | null> {
    if (!(await this.#knows(entry.runId))) return null;
    const stored = await new PainEntriesRepository(this.#db).insert(entry);
    await this.#onChange();
    return stored;
  }

  /** Replaces an entry, unless it or the run that it names is not here. */
  async putPainEntry(id: number, entry: NewPainEntry): Promise<StoredPainEntry | 'no-run' | 'no-entry'> {
    if (!(await this.#knows(entry.runId))) return 'no-run';
    const stored = await new PainEntriesRepository(this.#db).replace(id, entry);
    if (stored === undefined) return 'no-entry';
    await this.#onChange();
    return stored;
  }

  /** Deletes an entry. False when there was none. */
  async removePainEntry(id: number): Promise<boolean> {
    const removed = await new PainEntriesRepository(this.#db).remove(id);
    if (removed) await this.#onChange();
    return removed;
  }

  async #knows(runId: string | null): Promise<boolean> {
    return runId === null || (await new RunsRepository(this.#db).find(runId)) !== undefined;
  }
}
