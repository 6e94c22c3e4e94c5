/** The built server as a program of its own, and a real Chromium in front of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { PROJECT } from './project-files.ts';

const PLACES = [process.env.KNEEWISE_CHROMIUM, process.env.CHROME_PATH, '/usr/bin/chromium'];

/** Starts the Chromium that `npm test` found or installed. @throws Error when there is none */
export function launchBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium: run "npm test", or set KNEEWISE_CHROMIUM to one.');
  // Root may not use the sandbox; the only pages opened are ours.
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath, args });
}

/** `npm start` without the launcher: the built program on a free port, with an empty data folder. */
export class Program {
  readonly url: string;
  readonly #dataFolder: string;
  readonly #child: ChildProcess;

  private constructor(url: string, dataFolder: string, child: ChildProcess) {
    this.url = url;
    this.#dataFolder = dataFolder;
    this.#child = child;
  }

  /**
   * Starts it and waits until it tells its address.
   *
   * @param dataFolder removed at the end; empty unless given
   * @param settings further variables of its environment
   * @throws Error with what it wrote when it ends instead
   */
  static start(
    dataFolder = mkdtempSync(join(tmpdir(), 'kneewise-e2e-')),
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Program> {
    const env = { ...process.env, ...settings, PORT: '0', HOST: '127.0.0.1', KNEEWISE_DATA: dataFolder };
    const child = spawn(process.execPath, ['dist/server/main.js'], { cwd: PROJECT, env });
    return new Promise((resolve, reject) => {
      let told = '';
      const listen = (text: string) => {
        told += text;
        const url = /running at (http:\S+)/.exec(told)?.[1];
        if (url !== undefined) resolve(new Program(url, dataFolder, child));
      };
      child.stdout.setEncoding('utf8').on('data', listen);
      child.stderr.setEncoding('utf8').on('data', listen);
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
    });
  }

  /** Ends it as Ctrl-C would and removes its data, unless they are kept for another. @returns its exit code */
  async stop(keepsData = false): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#child.on('exit', resolve));
    this.#child.kill('SIGTERM');
    const code = await ended;
    if (!keepsData) rmSync(this.#dataFolder, { recursive: true, force: true });
    return code;
  }
}

/** A page, with what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console, uncaught ones, and requests to anybody but the server. */
  readonly faults: readonly string[];
}

/** Opens a page, the start unless told otherwise, that takes note of faults. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  path = '/',
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', baseURL: url, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.origin !== url) faults.push(`request to ${asked.origin}`);
  });
  await page.goto(path);
  return { page, faults };
}
