/** Load and cadence over weeks, from the facts of all runs. */

import type { CadenceTrend, Weeks } from '#contract/trends';
import { cadenceTrend, weeks } from '#core';
import type { Database } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { EVER, RunsRepository } from '../db/runs-repository.ts';

/** See the head of this file. */
export class Trends {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Every week from the first run to the last, also empty ones. */
  async weeks(): Promise<Weeks> {
    return { weeks: [...weeks(await new RunsRepository(this.#db).history(EVER))] };
  }

  /** Cadence by week at the usual flat speed. */
  async cadence(): Promise<CadenceTrend> {
    const { heightM } = await new ProfileRepository(this.#db).get();
    const trend = cadenceTrend(await new RunsRepository(this.#db).history(EVER), heightM);
    return { ...trend, weeks: [...trend.weeks], changes: [...trend.changes] };
  }
}
