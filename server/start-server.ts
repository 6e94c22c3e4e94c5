/** Puts the server together, starts it, and takes it down again. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { ServerConfig } from './config.ts';
import { openDataFolder } from './db/data-folder.ts';
import { ImportsRepository } from './db/imports-repository.ts';
import { ImportBell } from './jobs/import-bell.ts';
import { ImportQueue } from './jobs/import-queue.ts';
import { Reader } from './jobs/reader.ts';
import { Refresher } from './jobs/refresher.ts';
import { Reviewer } from './jobs/reviewer.ts';
import { WorkerPool } from './jobs/worker-pool.ts';
import { Imports } from './services/imports.ts';
import { ReportFiles } from './services/report-files.ts';
import { Runner } from './services/runner.ts';
import { Runs } from './services/runs.ts';
import { Trends } from './services/trends.ts';

/** A server that is up. */
export interface RunningServer {
  /** Address to open, without a slash at the end. */
  readonly url: string;
  /** Finishes what is being written, ends the rest, and closes the data folder. */
  close(): Promise<void>;
}

/** The server cannot listen; the message says why and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const LISTEN_WORDS: Readonly<Record<string, (config: ServerConfig) => string>> = {
  EADDRINUSE: ({ port, host }) =>
    `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port, such as PORT=${port + 1}.`,
  EACCES: ({ port }) => `Port ${port} is not allowed for this user. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}. Choose another with HOST.`,
  ENOTFOUND: ({ host }) => `The address ${host} is not known. Choose another with HOST.`,
};

/** Longest upload, milliseconds. Assumption: a whole export over a slow wireless net. */
const LONGEST_REQUEST_MS = 3_600_000;

function listen(server: Server, config: ServerConfig): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const words = LISTEN_WORDS[cause.code ?? ''];
      reject(words ? new ListenError(words(config), { cause }) : cause);
    });
    server.listen(config.port, config.host, () => resolve(server.address() as AddressInfo));
  });
}

const shownHost = (address: AddressInfo): string =>
  address.family === 'IPv6' ? `[${address.address}]` : address.address;

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Starts the server on its data folder; what an earlier one left undone goes on.
 *
 * @param now Milliseconds since 1970, UTC.
 * @throws {ListenError | DataFolderError | MigrationError} with words for the owner.
 */
export async function startServer(config: ServerConfig, now: () => number = Date.now): Promise<RunningServer> {
  const folder = await openDataFolder(config.dataFolder);
  const { db, originals } = folder;
  // Two pools, so that whoever waits for a page never waits behind a drop of files.
  const background = new WorkerPool(config.workerScript, config.workers);
  const waitedFor = new WorkerPool(config.workerScript, 1);
  const bell = new ImportBell();
  const reader = new Reader(originals, background);

  const queue: ImportQueue = new ImportQueue({ db, originals, reader, bell, now, onDrained: () => refresher.wake() });
  const refresher: Refresher = new Refresher({
    ...{ db, reader, bell, now },
    reviewer: new Reviewer(db, background),
    importing: () => queue.busy,
  });
  const runs = new Runs({
    ...{ folder, refresher, now },
    reader: new Reader(originals, waitedFor),
    reviewer: new Reviewer(db, waitedFor),
  });
  const imports = new Imports({ folder, bell, now, sampleFolder: config.sampleFolder, onQueued: () => queue.wake() });
  const runner = new Runner(db, () => runs.touchAll());
  const trends = new Trends(db, waitedFor, now);
  const reportFiles = new ReportFiles(runs, runner, config.reportScript);
  const { incoming } = folder;
  const { webFolder, host } = config;
  const app = createApp({ imports, runs, runner, reportFiles, trends, incoming, webFolder, host, now });
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS }, app);

  const close = async () => {
    if (server.listening) await stopListening(server);
    const stopped = Promise.all([queue.stop(), refresher.stop()]);
    await Promise.all([background.close(), waitedFor.close()]);
    await stopped;
    await folder.close();
  };
  try {
    const address = await listen(server, config);
    await new ImportsRepository(db).requeueInterrupted();
    queue.wake();
    waitedFor.warm();
    return { url: `http://${shownHost(address)}:${address.port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
