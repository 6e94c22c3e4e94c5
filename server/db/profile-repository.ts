/** The runner's profile: one row. */
import type { Selectable } from 'kysely';
import type { Profile } from '#core';
import type { Database } from './database.ts';
import type { ProfileTable } from './tables.ts';

const asTruth = (stored: 0 | 1 | null): boolean | null => (stored === null ? null : stored === 1);
const fromTruth = (told: boolean | null): 0 | 1 | null => (told === null ? null : told ? 1 : 0);

const asProfile = (row: Selectable<ProfileTable>): Profile => ({
  heightM: row.height_m,
  bodyMassKg: row.body_mass_kg,
  runningYears: row.running_years,
  lastKneeInjury: row.last_knee_injury,
  lastOtherInjury: row.last_other_injury,
  hasFlatFeet: asTruth(row.has_flat_feet),
  hasMisalignedJoints: asTruth(row.has_misaligned_joints),
  wearsArchSupports: asTruth(row.wears_arch_supports),
  strengthDaysPerWeek: row.strength_days_per_week,
  units: row.units,
  timeZone: row.time_zone,
});

/** See the head of this file. Within a transaction, make one over the transaction. */
export class ProfileRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What the runner has told; null where nothing. */
  async get(): Promise<Profile> {
    return asProfile(await this.#db.selectFrom('profile').selectAll().executeTakeFirstOrThrow());
  }

  /** The same for analysis: where no time zone was told, days go by that of this machine. */
  async forReview(): Promise<Profile> {
    const profile = await this.get();
    return { ...profile, timeZone: profile.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone };
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
        has_flat_feet: fromTruth(profile.hasFlatFeet),
        has_misaligned_joints: fromTruth(profile.hasMisalignedJoints),
        wears_arch_supports: fromTruth(profile.wearsArchSupports),
        strength_days_per_week: profile.strengthDaysPerWeek,
        units: profile.units,
        time_zone: profile.timeZone,
      })
      .execute();
  }
}
