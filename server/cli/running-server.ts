/** The server that is using the data folder, as the command line speaks to it: through its own API on this machine. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Import, ImportFile } from '#contract/imports';
import type { Operation } from '#contract/operation';
import { OPERATIONS } from '#contract/operations';
import { problemSchema } from '#contract/problem';
import { plainName } from '../archive/plain-name.ts';
import type { ServerNote } from '../server-note.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { UsageError } from './usage-error.ts';

/** A file to give. */
export interface GivenFile {
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
}

/** Why a file cannot be given, in words that go on after a colon; null when it can. */
export async function hindranceOf({ path }: GivenFile): Promise<string | null> {
  try {
    if (!(await stat(path)).isFile()) return 'it is a device or a pipe, no file';
    await access(path, constants.R_OK);
    return null;
  } catch (error) {
    return whyUnreadable(error);
  }
}

async function* asForm(files: readonly GivenFile[], boundary: string): AsyncGenerator<Buffer | string> {
  for (const { name, path } of files) {
    // Written so, a name may hold any character.
    const fileName = encodeURIComponent(plainName(name)).replace(
      /['()*]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16)}`,
    );
    yield `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename*=UTF-8''${fileName}\r\n`;
    yield 'Content-Type: application/octet-stream\r\n\r\n';
    yield* createReadStream(path);
    yield '\r\n';
  }
  yield `--${boundary}--\r\n`;
}

/** See the head of this file. */
export class RunningServer {
  readonly #note: ServerNote;

  constructor(note: ServerNote) {
    this.#note = note;
  }

  /** Where its page is. */
  get url(): string {
    return this.#note.url;
  }

  /** True when it answers. */
  async isThere(): Promise<boolean> {
    return this.#ask(OPERATIONS.getHealth, '').then(
      () => true,
      () => false,
    );
  }

  /**
   * Sends files, one behind the other; they stay where they are.
   *
   * @param signal ends the sending; nothing is taken then.
   * @returns the id of the import.
   */
  async give(files: readonly GivenFile[], signal: AbortSignal): Promise<string> {
    const boundary = randomUUID();
    const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
    const operation = OPERATIONS.createImport;
    const body = Readable.from(asForm(files, boundary), { objectMode: false });
    const { id } = operation.answer.parse(await this.#ask(operation, '?origin=command', { headers, body, signal }));
    return id;
  }

  /** How far an import is. */
  async progress(id: string): Promise<Import> {
    const operation = OPERATIONS.getImport;
    return operation.answer.parse(await this.#ask(operation, '', { id }));
  }

  /** What became of each file. */
  async files(id: string): Promise<readonly ImportFile[]> {
    const operation = OPERATIONS.getImportFiles;
    return operation.answer.parse(await this.#ask(operation, '', { id })).files;
  }

  async #ask(
    { method, path, status }: Operation,
    query: string,
    given: { id?: string; headers?: Record<string, string>; body?: Readable; signal?: AbortSignal } = {},
  ): Promise<unknown> {
    const { id = '', headers = {}, body = Readable.from([]), signal } = given;
    const address = `${this.#note.url}${path.replace(':id', id)}${query}`;
    const authorization = `Bearer ${this.#note.key}`;
    const sending = request(address, { method, headers: { ...headers, authorization }, ...(signal ? { signal } : {}) });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sending.on('response', resolve).on('error', reject);
    });
    // An answer that comes early, such as of a full disk, is what tells why no more is taken.
    const [answer] = await Promise.all([answered, pipeline(body, sending).catch(() => answered)]);
    const said = await text(answer);
    if (answer.statusCode === status) return JSON.parse(said) as unknown;
    throw new UsageError(`The running server says: ${problemSchema.parse(JSON.parse(said)).detail}`);
  }
}
