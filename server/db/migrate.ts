/** Brings a database forward, one numbered step at a time; there is no way back but a backup. */

import { troubleOf } from '../storage-trouble.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { runsOfAFile } from './migrations/0002-runs-of-a-file.ts';
import { profileAnswers } from './migrations/0003-profile-answers.ts';
import { wholeExports } from './migrations/0004-whole-exports.ts';
import { toldGround } from './migrations/0005-told-ground.ts';
import { quickQueue } from './migrations/0006-quick-queue.ts';
import { plans } from './migrations/0007-plans.ts';
import { toldAndLed } from './migrations/0008-told-and-led.ts';
import { quickProgress } from './migrations/0009-quick-progress.ts';
import { mainGround } from './migrations/0010-main-ground.ts';
import type { SqliteConnection } from './sqlite.ts';

/** The steps in order; a step that has been released is never edited. Its number is its place, from 1. */
export const MIGRATIONS: readonly string[] = [
  firstTables,
  runsOfAFile,
  profileAnswers,
  wholeExports,
  toldGround,
  quickQueue,
  plans,
  toldAndLed,
  quickProgress,
  mainGround,
];

/** The database cannot be used by this version of Kneewise; the message says why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Number of the last step that a database has taken; 0 for an empty one. */
export function schemaVersion(connection: SqliteConnection): number {
  const row: unknown = connection.prepare('pragma user_version').get();
  return typeof row === 'object' && row !== null && 'user_version' in row ? Number(row.user_version) : 0;
}

/**
 * Takes the steps that are still missing, all in one transaction: a failed one leaves the state before the first, which the
 * version that wrote it can go on with.
 *
 * @throws {MigrationError} when a newer Kneewise wrote the database, or a step fails.
 */
export function migrate(connection: SqliteConnection, migrations: readonly string[] = MIGRATIONS): void {
  const from = schemaVersion(connection);
  if (from > migrations.length) {
    throw new MigrationError(
      `The data folder was written by a newer Kneewise (schema ${from}, this one knows ${migrations.length}). Start the newer version, or choose another folder with KNEEWISE_DATA.`,
    );
  }
  if (from === migrations.length) return;
  let number = from;
  connection.exec('begin immediate');
  try {
    for (const sql of migrations.slice(from)) {
      number += 1;
      connection.exec(sql);
    }
    connection.exec(`pragma user_version = ${number}`);
    connection.exec('commit');
  } catch (cause) {
    if (connection.isTransaction) connection.exec('rollback');
    if (troubleOf(cause)) throw cause;
    const words = `Step ${number} of the database could not be taken, so nothing was changed: the version of Kneewise that wrote it can go on with it.`;
    throw new MigrationError(words, { cause });
  }
}
