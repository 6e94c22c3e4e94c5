/** The runner's profile: one row. */
import type { Profile } from '#core';
import type { Database } from './database.ts';

/** See the head of this file. Within a transaction, make one over the transaction. */
export class ProfileRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What the runner has told; null where nothing. */
  async get(): Promise<Profile> {
    const row = await this.#db.selectFrom('profile').selectAll().executeTakeFirstOrThrow();
    return {
      heightM: row.height_m,
      bodyMassKg: row.body_mass_kg,
      runningYears: row.running_years,
      lastKneeInjury: row.last_knee_injury,
      lastOtherInjury: row.last_other_injury,
    };
  }

  /** Replaces the whole profile. */
  async put(profile: Profile): Promise<void> {
    await this.#db
      .updateTable('profile')
      .set({
        height_m: profile.heightM,
        body_mass_kg: profile.bodyMassKg,
        running_years: profile.runningYears,
        last_knee_injury: profile.lastKneeInjury,
        last_other_injury: profile.lastOtherInjury,
      })
      .execute();
  }
}
