/** A real server on a free port, with a data folder of its own, real SQLite and real worker threads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerConfig } from '../../server/config.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { ApiClient } from './api-client.ts';
import { PROJECT } from './project-files.ts';

/** The built programs; `npm test` and the global set-up of vitest build them. */
export const DIST = join(PROJECT, 'dist');

/** Settings for a server of a test. */
export const testConfig = (dataFolder: string): ServerConfig => ({
  port: 0,
  host: '127.0.0.1',
  dataFolder,
  webFolder: join(DIST, 'web'),
  sampleFolder: join(DIST, 'sample-season'),
  workerScript: join(DIST, 'server/analysis-worker.js'),
  reportScript: join(DIST, 'report/render-report.js'),
  watchFolder: null,
  password: null,
  workers: 1,
});

/** A server under test. */
export class TestServer {
  readonly config: ServerConfig;
  readonly #server: RunningServer;
  readonly api: ApiClient;

  private constructor(config: ServerConfig, server: RunningServer) {
    this.config = config;
    this.#server = server;
    this.api = new ApiClient(server.url);
  }

  /** Starts one, on an empty data folder unless the settings name another. */
  static async start(settings: Partial<ServerConfig> = {}): Promise<TestServer> {
    const config = { ...testConfig(settings.dataFolder ?? emptyFolder()), ...settings };
    return new TestServer(config, await startServer(config));
  }

  /** Its address. */
  get url(): string {
    return this.#server.url;
  }

  /** Stops it and leaves the data folder. */
  stop(): Promise<void> {
    return this.#server.close();
  }

  /** Stops it and removes the data folder. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.config.dataFolder, { recursive: true, force: true });
  }

  /** Rows of the database, read beside the running server. */
  rows(sql: string): Record<string, unknown>[] {
    const connection = openSqlite(join(this.config.dataFolder, 'kneewise.sqlite'));
    try {
      return connection.prepare(sql).all() as Record<string, unknown>[];
    } finally {
      connection.close();
    }
  }
}

/** A new folder in the system's temporary one. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'kneewise-test-'));
