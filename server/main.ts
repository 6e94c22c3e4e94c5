/** The server as a program: settings in, address out, a clean end on request. */
import { ConfigError, readConfig } from './config.ts';
import { DataFolderError } from './db/data-folder.ts';
import { MigrationError } from './db/migrate.ts';
import { logFailure } from './log.ts';
import { ListenError, startServer } from './start-server.ts';
import { troubleOf } from './storage-trouble.ts';

const OWNERS_MATTERS = [ConfigError, DataFolderError, MigrationError, ListenError];

/** Longest clean end, milliseconds; after it the process goes anyway. The next start mends what was under way. */
const LONGEST_END_MS = 10_000;

function tell(error: unknown): void {
  // What the owner can mend gets a sentence; a stack only helps with our own faults.
  if (error instanceof Error && OWNERS_MATTERS.some((kind) => error instanceof kind)) {
    process.stderr.write(`${error.message}\n`);
  } else if (troubleOf(error)) process.stderr.write(`${troubleOf(error)?.words}\n`);
  else logFailure('could not start', error);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, import.meta.dirname, process.cwd());
  const server = await startServer(config);
  process.stdout.write(`Kneewise is running at ${server.url}\n`);
  const end = () => {
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logFailure('did not end cleanly', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  tell(error);
  process.exitCode = 1;
});
