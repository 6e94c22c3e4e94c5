/** What the server is told from outside, checked once at start. */
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { FetcherWaits } from './jobs/map-fetcher.ts';
import { SHORTEST_PASSWORD } from './services/passwords.ts';

/** Everything the server needs to know before it starts. */
export interface ServerConfig {
  /** TCP port; 0 lets the system choose (tests). */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Absolute path of the one folder that holds all state. */
  readonly dataFolder: string;
  /** Absolute path of the built page. */
  readonly webFolder: string;
  /** Absolute path of the generated sample season. */
  readonly sampleFolder: string;
  /** Absolute path of the built worker script. */
  readonly workerScript: string;
  /** Absolute path of the built renderer of reports to hand on. */
  readonly reportScript: string;
  /** Absolute path of a folder that new files are taken from; null leaves that to the settings of the page. */
  readonly watchFolder: string | null;
  /** Password that the environment sets; null leaves it to what is stored. */
  readonly password: string | null;
  /** Threads that read and review files in the background, at least 1. */
  readonly workers: number;
  /** How long the online map waits between questions; polite unless a test says otherwise. */
  readonly onlineMapWaits?: FetcherWaits;
}

/** The settings are wrong; the message tells which and what was needed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const dataFolderSchema = z.string().trim().min(1, 'must not be empty').default('./data');

const environmentSchema = z.object({
  PORT: z.coerce
    .number({ error: 'has to be a number' })
    .int('has to be a whole number')
    .min(0, 'has to be 0 to 65535')
    .max(65_535, 'has to be 0 to 65535')
    .default(8420),
  HOST: z.string().trim().min(1, 'must not be empty').default('127.0.0.1'),
  KNEEWISE_DATA: dataFolderSchema,
  KNEEWISE_PASSWORD: z.string().min(SHORTEST_PASSWORD, `needs at least ${SHORTEST_PASSWORD} characters`).optional(),
  KNEEWISE_WATCH: z.string().trim().min(1, 'must not be empty').optional(),
});

/** Assumption: at about 150 MB a thread, what a small home server has to spare. */
const MOST_WORKERS = 3;

/** As many as there are cores: they give way to whatever answers the page. */
const workersFor = (cores: number): number => Math.min(MOST_WORKERS, cores);

/**
 * The one folder that holds all state, for programs that need nothing else of the settings.
 *
 * @param named `KNEEWISE_DATA`, or undefined.
 * @param workingFolder What a relative path starts from.
 * @returns An absolute path.
 */
export const dataFolderOf = (named: string | undefined, workingFolder: string): string =>
  resolve(workingFolder, dataFolderSchema.parse(named));

/**
 * Reads the settings from the environment.
 *
 * @param environment Usually `process.env`: `PORT`, `HOST`, `KNEEWISE_DATA`, `KNEEWISE_WATCH`; each may be missing.
 * @param serverFolder Absolute path of the folder with the built server (`dist/server`).
 * @param workingFolder What a relative `KNEEWISE_DATA` starts from.
 * @returns The checked settings.
 * @throws {ConfigError} naming each wrong setting.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  serverFolder: string,
  workingFolder: string,
): ServerConfig {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // A password must not get into a log.
      const given = name === 'KNEEWISE_PASSWORD' ? '' : `, but is "${environment[name] ?? ''}"`;
      return `${name} ${issue.message}${given}.`;
    });
    throw new ConfigError(lines.join('\n'));
  }
  const { PORT, HOST, KNEEWISE_DATA, KNEEWISE_WATCH, KNEEWISE_PASSWORD } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataFolder: dataFolderOf(KNEEWISE_DATA, workingFolder),
    password: KNEEWISE_PASSWORD ?? null,
    watchFolder: KNEEWISE_WATCH === undefined ? null : resolve(workingFolder, KNEEWISE_WATCH),
    webFolder: join(serverFolder, '..', 'web'),
    sampleFolder: join(serverFolder, '..', 'sample-season'),
    workerScript: join(serverFolder, 'analysis-worker.js'),
    reportScript: join(serverFolder, '..', 'report', 'render-report.js'),
    workers: workersFor(availableParallelism()),
  };
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** True when only programs on this machine can reach the address. */
export const isLoopback = (host: string): boolean => LOOPBACK_NAMES.has(host) || host.startsWith('127.');
