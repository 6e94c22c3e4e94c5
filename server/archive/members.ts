/**
 * The files inside what was given: a file itself, or what is packed in it, however deep. Told by content, never by name.
 * One member is in memory at a time, so that a ZIP of any size needs neither its size in memory nor an unpacked copy.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { detect } from '#core';
import { isFullDisk } from '../storage-trouble.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { ArchiveError, type ArchiveErrorCode, asArchiveError } from './archive-error.ts';
import { Budget } from './budget.ts';
import { MOST_DEPTH, MOST_FILE_BYTES } from './limits.ts';
import { plainName } from './plain-name.ts';

/** One file found. `name` is its path from the outermost archive on, for people and for joining with lists. */
export type Member =
  /** A file that was given, or may be a recording by its content, or was asked for by name. */
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  /** Not taken. `size` in bytes as far as known; null where it is not. */
  | { readonly ok: false; readonly name: string; readonly size: number | null; readonly error: ArchiveRefusal };

/** Why a member was not taken. */
export interface ArchiveRefusal {
  readonly code: ArchiveErrorCode;
  /** What is wrong and what to do, for people. */
  readonly message: string;
}

/** What members are taken of. */
export interface Given {
  /** As its owner calls it. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  /** Absolute path of an existing folder for archives inside archives while they are read. */
  readonly scratch: string;
  /** Which other files are wanted by name, such as the list of an export. */
  readonly wants?: (name: string) => boolean;
  /** Told how many entries the lists of the archives name, each time that one more is opened. */
  readonly tellCount?: (count: number) => Promise<void>;
}

const unpackGzip = promisify(gunzip);

/** Bytes that tell what a file is; blanks may stand before the first mark of a text. */
const HEAD_BYTES = 512;

const tooLarge = (): ArchiveError =>
  new ArchiveError('too-large', `This is larger than ${MOST_FILE_BYTES / 1024 ** 2} MB unpacked, more than any run.`);

const refusedAs = (name: string, size: number | null, error: unknown): Member => {
  const { code, message } = asArchiveError(error);
  return { ok: false, name, size, error: { code, message } };
};

/** Collects a stream; stops where it is longer than any recording. */
async function collect(chunks: AsyncIterable<Uint8Array>, budget: Budget): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    budget.takeBytes(chunk.byteLength);
    if (size > MOST_FILE_BYTES) throw tooLarge();
    parts.push(chunk);
  }
  return Buffer.concat(parts, size);
}

class Unpacker {
  readonly #given: Given;
  readonly #budget: Budget;
  #count = 0;

  constructor(given: Given, size: number) {
    this.#given = given;
    this.#budget = new Budget(size);
  }

  async *ofGiven(): AsyncGenerator<Member> {
    const { name, path } = this.#given;
    if (detect(await readHead(path)) === 'zip') return yield* this.#ofZip(name, openPromise(path, ZIP_OPTIONS), 0);
    const bytes = await collect(createReadStream(path), this.#budget);
    if (detect(bytes) === 'other') return yield { ok: true, name, bytes };
    yield* this.#ofBytes(name, bytes, 0);
  }

  async *#ofBytes(name: string, bytes: Buffer, depth: number): AsyncGenerator<Member> {
    const content = detect(bytes);
    if (content === 'zip') return yield* this.#ofZip(name, fromBufferPromise(bytes, ZIP_OPTIONS), depth);
    if (content === 'gzip') return yield* this.#ofBytes(name, await this.#gunzip(bytes, depth), depth + 1);
    this.#refuseUnwanted(name, bytes);
    yield { ok: true, name, bytes };
  }

  #refuseUnwanted(name: string, head: Uint8Array): void {
    if (detect(head) === 'other' && !this.#given.wants?.(name)) throw notRecording();
  }

  async #gunzip(bytes: Buffer, depth: number): Promise<Buffer> {
    refuseDeep(depth);
    // A cut-off download gives what there is; the parser then says what is missing.
    const options = { maxOutputLength: MOST_FILE_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
    const unpacked = await unpackGzip(bytes, options).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : error;
    });
    this.#budget.takeBytes(unpacked.byteLength);
    return unpacked;
  }

  async *#ofZip(name: string, opening: Promise<ZipFile>, depth: number): AsyncGenerator<Member> {
    const zip = await opening;
    try {
      refuseDeep(depth);
      this.#count += zip.entryCount;
      await this.#given.tellCount?.(this.#count);
      const prefix = depth === 0 ? '' : `${name}/`;
      for await (const entry of zip.eachEntry()) {
        this.#budget.takeEntry();
        const inside = entryName(entry);
        if (inside.endsWith('/')) continue;
        try {
          if (validateFileName(inside) !== null) throw unsafeName();
          yield* this.#ofEntry(plainName(`${prefix}${inside}`), zip, entry, depth + 1);
        } catch (error) {
          if (this.#budget.isSpent) throw error;
          yield refusedAs(plainName(`${prefix}${inside}`), entry.uncompressedSize, error);
        }
      }
    } finally {
      zip.close();
    }
  }

  async *#ofEntry(name: string, zip: ZipFile, entry: Entry, depth: number): AsyncGenerator<Member> {
    if (entry.isEncrypted()) throw locked();
    if (!OPENED_METHODS.has(entry.compressionMethod)) throw unknownPacking();
    const stream = await zip.openReadStreamPromise(entry);
    try {
      const { head, all } = await peek(stream);
      if (detect(head) === 'zip') return yield* this.#ofInnerZip(name, all, depth);
      this.#refuseUnwanted(name, head);
      yield* this.#ofBytes(name, await collect(all, this.#budget), depth);
    } finally {
      stream.destroy();
    }
  }

  /** A ZIP has its list at the end, so one inside another is laid aside while it is read. */
  async *#ofInnerZip(name: string, chunks: AsyncIterable<Buffer>, depth: number): AsyncGenerator<Member> {
    refuseDeep(depth);
    const path = join(this.#given.scratch, randomUUID());
    try {
      await writeFile(path, this.#budget.count(chunks));
      yield* this.#ofZip(name, openPromise(path, ZIP_OPTIONS), depth);
    } finally {
      await rm(path, { force: true });
    }
  }
}

/** Names are read by us, because the library gives up a whole archive over one bad name. */
const ZIP_OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** Backslashes, which some programs on Windows write, become slashes. */
const entryName = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

const unsafeName = () =>
  new ArchiveError('unsafe-name', 'Its name in the archive points outside of it; such a file is not taken.');
const notRecording = () =>
  new ArchiveError('not-a-recording', 'By its content this is neither FIT, GPX nor TCX, so there is no run in it.');
/** Stored and deflated; nearly nobody uses another. */
const OPENED_METHODS: ReadonlySet<number> = new Set([0, 8]);
const unknownPacking = () =>
  new ArchiveError(
    'unknown-packing',
    'This is packed by a method that Kneewise does not open. Unpack it with another program and give the files.',
  );
const locked = () =>
  new ArchiveError(
    'locked-archive',
    'This is protected by a password. Unpack it with the password and give the files.',
  );

function refuseDeep(depth: number): void {
  if (depth < MOST_DEPTH) return;
  throw new ArchiveError(
    'too-large',
    `This is packed more than ${MOST_DEPTH} times over. Unpack it and give the files.`,
  );
}

async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Looks at the first bytes of a stream and gives them back with the rest. */
async function peek(stream: AsyncIterable<Buffer>): Promise<{ head: Uint8Array; all: AsyncGenerator<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.byteLength < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all() {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head, all: all() };
}

/** What the system says of the file that was given, as far as it is no trouble of our own folder. */
function asUnreadable(error: unknown, { path, scratch }: Given): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || isFullDisk(error)) return error;
  if ('path' in error && error.path !== path && String(error.path).startsWith(scratch)) return error;
  return new ArchiveError('unreadable-file', `This cannot be read: ${whyUnreadable(error)}. ${GIVE_AGAIN}`);
}

const GIVE_AGAIN = 'When that is put right, give it again.';
const noFile = () =>
  new ArchiveError('unreadable-file', `This cannot be read: it is a device or a pipe, no file. ${GIVE_AGAIN}`);

/**
 * Walks through what was given, in an order that is the same each time.
 *
 * @throws What is the fault of the data folder: a full disk.
 */
export async function* membersOf(given: Given): AsyncGenerator<Member> {
  let size: number | null = null;
  try {
    const found = await stat(given.path);
    // To open a pipe would wait for ever for somebody who writes.
    if (!found.isFile() && !found.isDirectory()) throw noFile();
    size = found.size;
    yield* new Unpacker(given, size).ofGiven();
  } catch (error) {
    yield refusedAs(given.name, size, asUnreadable(error, given));
  }
}
