import { stderr } from 'node:process';
import { readConfig } from '../config.ts';
import { DataFolderError } from '../db/data-folder.ts';
import { MigrationError } from '../db/migrate.ts';
import { troubleOf } from '../storage-trouble.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';
import { UsageError } from './usage-error.ts';

/**
 * Opens a data folder, the one that the environment names unless another is given, does something with it and closes it, also when asked to stop.
 *
 * @throws {UsageError} with words for the owner, such as that a server is using the folder.
 */
export async function withWorkshop<T>(
  step: (workshop: Workshop) => Promise<T>,
  dataFolder = process.env.KNEEWISE_DATA,
): Promise<T> {
  const env = { ...process.env, KNEEWISE_DATA: dataFolder };
  const config = readConfig(env, import.meta.dirname, process.cwd());
  const workshop = await openWorkshop(config, Date.now).catch((error: unknown) => {
    const words = troubleOf(error)?.words ?? (error instanceof Error ? error.message : '');
    const isOwners = error instanceof DataFolderError || error instanceof MigrationError || troubleOf(error) !== null;
    throw isOwners ? new UsageError(words, { cause: error }) : error;
  });
  const stop = () => {
    stderr.write('\nStopped. What is left goes on when Kneewise starts again.\n');
    void workshop.close().then(() => process.exit(1));
  };
  process.once('SIGINT', stop);
  try {
    return await step(workshop);
  } finally {
    process.off('SIGINT', stop);
    await workshop.close();
  }
}
