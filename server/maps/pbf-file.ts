/** Walks through a file in OpenStreetMap's PBF format, one block at a time. Own reader, because the packaged ones are 2–5 times slower. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { otherFormat } from './other-format.ts';

/** The file is no map, or a damaged one. */
export class MapFormatError extends Error {
  override readonly name = 'MapFormatError';
}

/** Limits of the format. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;

/** A block still packed, and how far the file is read. */
export interface Block {
  readonly type: string;
  /** Inflates the block. Throws {@link MapFormatError}. */
  readonly open: () => Uint8Array;
  /** Bytes of the file up to the end of this block. */
  readonly endByte: number;
}

const readBlobHeader = (bytes: Uint8Array): { type: string; size: number } =>
  new PbfReader(bytes).readFields(
    (tag, header, pbf) => {
      if (tag === 1) header.type = pbf.readString();
      else if (tag === 3) header.size = pbf.readVarint();
    },
    { type: '', size: 0 },
  );

/** Ways of packing a block that the format knows beside zlib, by their field. */
const OTHER_PACKINGS: ReadonlyMap<number, string> = new Map([
  [4, 'lzma'],
  [5, 'bzip2'],
  [6, 'lz4'],
  [7, 'zstd'],
]);

interface Blob {
  raw?: Uint8Array;
  zlib?: Uint8Array;
  other?: string;
}

function inflateBlob(bytes: Uint8Array): Uint8Array {
  const blob = new PbfReader(bytes).readFields((tag, found: Blob, pbf) => {
    const other = OTHER_PACKINGS.get(tag);
    if (tag === 1) found.raw = pbf.readBytes();
    else if (tag === 3) found.zlib = pbf.readBytes();
    else if (other !== undefined) found.other = other;
  }, {});
  if (blob.raw) return blob.raw;
  if (!blob.zlib) {
    throw new MapFormatError(
      `The map is packed with ${blob.other ?? 'something else than zlib'}, which Kneewise cannot read. Pack it anew: osmium cat FILE -o region.osm.pbf`,
    );
  }
  return inflateSync(blob.zlib, { maxOutputLength: MOST_BLOB_BYTES });
}

/** Turns what a broken file makes the readers throw into one kind of error. */
function orFormatError<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof MapFormatError) throw cause;
    throw new MapFormatError('The map file is damaged. Download it again.', { cause });
  }
}

/**
 * The blocks of a file in order. Holds one packed block in memory at a time.
 *
 * @throws {MapFormatError} when the file is not in the format, or ends early.
 */
export function* blocksOf(path: string): Generator<Block> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) throw new MapFormatError('This file is empty. Download it again.');
    let at = 0;
    const take = (bytes: number, most: number): Uint8Array => {
      if (bytes > most || at + bytes > size) throw new MapFormatError(whyBroken(file, at, size));
      const piece = new Uint8Array(bytes);
      readSync(file, piece, 0, bytes, at);
      at += bytes;
      return piece;
    };
    while (at < size) {
      const head = take(4, 4);
      const headerBytes = take(new DataView(head.buffer).getUint32(0), MOST_HEADER_BYTES);
      const header = orFormatError(() => readBlobHeader(headerBytes));
      const blob = take(header.size, MOST_BLOB_BYTES);
      yield { type: header.type, open: () => orFormatError(() => inflateBlob(blob)), endByte: at };
    }
  } finally {
    closeSync(file);
  }
}

/** Enough of a file to tell what it is, bytes: XML may begin with words about itself. */
const START_BYTES = 512;

/** What a file is that cannot be read on from here. */
function whyBroken(file: number, at: number, size: number): string {
  const start = new Uint8Array(Math.min(START_BYTES, size));
  readSync(file, start, 0, start.length, 0);
  const other = otherFormat(start);
  if (other !== null) return other;
  return isHeaderNext(start)
    ? `This .osm.pbf file ends early or is damaged, after ${at.toLocaleString('en')} of ${size.toLocaleString('en')} bytes. Download it again.`
    : 'This is no .osm.pbf file. Download an extract of OpenStreetMap that ends so.';
}

/** Every file of the format begins with a small block called OSMHeader. */
const isHeaderNext = (start: Uint8Array): boolean => Buffer.from(start).subarray(4, 40).includes('OSMHeader');

/** What must be understood to read a file; anything else would be read wrongly. */
const KNOWN_FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** @throws {MapFormatError} when the file says that it needs what this reader lacks. */
export function checkHeader(bytes: Uint8Array): void {
  const required = orFormatError(() =>
    new PbfReader(bytes).readFields((tag, found: string[], pbf) => {
      if (tag === 4) found.push(pbf.readString());
    }, []),
  );
  if (required.includes('HistoricalInformation'))
    throw new MapFormatError(
      'This file holds every past state of the map (.osh.pbf, full history). Download the .osm.pbf of the same region.',
    );
  const foreign = required.filter((feature) => !KNOWN_FEATURES.has(feature));
  if (foreign.length > 0) throw new MapFormatError(`The map needs ${foreign.join(', ')}, which Kneewise cannot read.`);
}

/** Reads one opened data block with {@link orFormatError}'s care. */
export const readBlock = orFormatError;
