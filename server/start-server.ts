/** Puts the server together, starts it, and takes it down again. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { ConfigError, isLoopback, type ServerConfig } from './config.ts';
import { logFailure } from './log.ts';
import { leaveNote, takeNoteAway } from './server-note.ts';
import type { Passwords } from './services/passwords.ts';
import { ReportFiles } from './services/report-files.ts';
import { openWorkshop } from './workshop.ts';

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

/** The same as this machine reaches it: an address that stands for all of them is none to call. */
const nearHost = (address: AddressInfo): string =>
  ({ '0.0.0.0': '127.0.0.1', '::': '[::1]' })[address.address] ?? shownHost(address);

/** Whoever reaches the address could else see and change everything. */
async function refuseBareDoor({ host }: ServerConfig, passwords: Passwords): Promise<void> {
  if (isLoopback(host) || (await passwords.isSet())) return;
  throw new ConfigError(
    `HOST=${host} lets others on the net reach Kneewise, so it needs a password first. Set one with "npm run -s kneewise -- password" or KNEEWISE_PASSWORD, or leave HOST out.`,
  );
}

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
 * @throws {ConfigError | ListenError | DataFolderError | MigrationError} with words for the owner.
 */
export async function startServer(config: ServerConfig, now: () => number = Date.now): Promise<RunningServer> {
  const workshop = await openWorkshop(config, now);
  const { webFolder, host } = config;
  const reportFiles = new ReportFiles(workshop.runs, workshop.runner, config.reportScript);
  const app = createApp({ ...workshop, reportFiles, incoming: workshop.folder.incoming, webFolder, host, now });
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS }, app);

  const close = async () => {
    if (server.listening) {
      await takeNoteAway(config.dataFolder);
      await stopListening(server);
    }
    await workshop.close();
  };
  try {
    await refuseBareDoor(config, workshop.passwords);
    const address = await listen(server, config);
    await workshop.start();
    workshop.startRounds();
    const key = workshop.passwords.ownKey;
    // The command line goes without where the note cannot be left.
    await leaveNote(config.dataFolder, { url: `http://${nearHost(address)}:${address.port}`, key }).catch(
      (error: unknown) => logFailure('the note for the command line', error),
    );
    return { url: `http://${shownHost(address)}:${address.port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
