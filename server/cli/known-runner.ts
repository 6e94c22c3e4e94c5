import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSummary } from '#contract/runs';
import type { History, Profile, ReviewContext } from '#core';
import { DATABASE_FILE, openDatabase } from '../db/database.ts';
import { MigrationError } from '../db/migrate.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { listReviewed } from '../db/run-summaries.ts';
import { EVER, RunsRepository } from '../db/runs-repository.ts';
import { asHistory } from '../jobs/past-runs.ts';
import { asSummary } from '../services/run-summary.ts';
import { UsageError } from './usage-error.ts';

/** What a data folder knows of its runner. */
export interface KnownRunner {
  readonly profile: Profile;
  readonly history: History;
  readonly painLog: ReviewContext['painLog'];
  /** Reviewed runs, the latest first. */
  readonly runs: readonly RunSummary[];
}

/**
 * Looks into a data folder and changes nothing of it; a server may be using it.
 *
 * @param folder absolute path
 * @throws UsageError when there is no such folder of Kneewise, or a newer one has written it
 */
export async function knownRunner(folder: string): Promise<KnownRunner> {
  if (!existsSync(join(folder, DATABASE_FILE))) throw new UsageError(`${folder} is no data folder of Kneewise.`);
  const db = openOwn(folder);
  try {
    const [profile, painLog, past, rows] = await Promise.all([
      new ProfileRepository(db).forReview(),
      new PainEntriesRepository(db).forReview(),
      new RunsRepository(db).history(EVER),
      listReviewed(db),
    ]);
    const runs = rows.flatMap((row) => asSummary(row) ?? []);
    return { profile, painLog, history: asHistory(past), runs };
  } finally {
    await db.destroy();
  }
}

function openOwn(folder: string) {
  try {
    return openDatabase(folder);
  } catch (error) {
    throw error instanceof MigrationError ? new UsageError(error.message) : error;
  }
}
