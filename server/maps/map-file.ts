/**
 * The file that a map is kept in: a header, then the columns of {@link WayMap} one after the other and an index over space,
 * each ready to be looked at in place. Opening it takes no longer than reading its bytes.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import Flatbush from 'flatbush';
import { z } from 'zod';
import { type BoxE7, isArea, type WayMap } from '#core';
import type { WayColumns } from './collect-ways.ts';

const MAGIC = 'KNEEWAYS';
/** Grows when a file of before cannot be read any more; such a map has to be added again. */
const VERSION = 1;
const FIXED_BYTES = 16;

/** A box of the index holds this many segments at most: a small index, at the cost of a few needless looks. */
const SEGMENTS_IN_BOX = 8;

const COLUMNS = {
  lonE7: Int32Array,
  latE7: Int32Array,
  placeNode: Uint32Array,
  placeWay: Uint32Array,
  nodeStart: Uint32Array,
  nodePlaces: Uint32Array,
  wayId: Float64Array,
  wayKind: Uint32Array,
  boxStart: Uint32Array,
} as const;
type ColumnName = keyof typeof COLUMNS;

const boxSchema = z.object({ minLon: z.number(), minLat: z.number(), maxLon: z.number(), maxLat: z.number() });

const headerSchema = z.object({
  sections: z.record(z.string(), z.object({ offset: z.number(), bytes: z.number() })),
  box: boxSchema,
  part: boxSchema.nullable().default(null),
  /** Name of the file that the map was made from. */
  source: z.string(),
  kinds: z.array(z.record(z.string(), z.string())),
});

/** What a map is, in short. */
export interface MapFacts {
  /** Name of the file that the map was made from. */
  readonly source: string;
  readonly box: BoxE7;
  readonly ways: number;
}

/** The file is no map of this version; the message says what to do. */
export class MapFileError extends Error {
  override readonly name = 'MapFileError';
}

/** Boxes around up to {@link SEGMENTS_IN_BOX} following segments of one way; the first of an area goes round all of it. */
function boxesOf(columns: WayColumns): { boxStart: Uint32Array; index: Flatbush | null } {
  const { placeWay, placeNode, lonE7, latE7, wayKind, kinds } = columns;
  const starts: number[] = [];
  for (let place = 0, run = 0; place + 1 < placeWay.length; place++) {
    if (placeWay[place] !== placeWay[place + 1]) run = 0;
    else if (run++ % SEGMENTS_IN_BOX === 0) starts.push(place);
  }
  if (starts.length === 0) return { boxStart: new Uint32Array(), index: null };
  const index = new Flatbush(starts.length, undefined, Int32Array);
  for (const start of starts) {
    const [lons, lats]: [number[], number[]] = [[], []];
    const way = placeWay[start] as number;
    const isWholeArea = isArea(kinds[wayKind[way] as number] ?? {}) && placeWay[start - 1] !== way;
    const last = isWholeArea ? Number.POSITIVE_INFINITY : start + SEGMENTS_IN_BOX;
    for (let p = start; p <= last && placeWay[p] === way; p++) {
      lons.push(lonE7[placeNode[p] as number] as number);
      lats.push(latE7[placeNode[p] as number] as number);
    }
    index.add(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats));
  }
  index.finish();
  return { boxStart: Uint32Array.from(starts), index };
}

const aligned = (byte: number): number => Math.ceil(byte / 8) * 8;

/**
 * Writes a map; what stood at the path stays until the new file is whole.
 *
 * @param source Name of what the map was made from.
 * @param part See {@link WayMap}. A part may hold no way at all, as on the sea.
 * @throws {MapFileError} when there is no way to write.
 */
export function writeMapFile(path: string, columns: WayColumns, source: string, part: BoxE7 | null = null): void {
  const { boxStart, index } = boxesOf(columns);
  const box = index ? { minLon: index.minX, minLat: index.minY, maxLon: index.maxX, maxLat: index.maxY } : part;
  if (box === null)
    throw new MapFileError(
      'This map holds no way that feet may use. If its region has any, the download was cut off: get it again.',
    );
  const parts: [string, Uint8Array][] = Object.keys(COLUMNS).map((name) => {
    const column = name === 'boxStart' ? boxStart : columns[name as Exclude<ColumnName, 'boxStart'>];
    return [name, new Uint8Array(column.buffer, column.byteOffset, column.byteLength)];
  });
  parts.push(['index', index ? new Uint8Array(index.data) : new Uint8Array()]);
  const sections: z.infer<typeof headerSchema>['sections'] = {};
  let offset = 0;
  for (const [name, { length }] of parts) {
    sections[name] = { offset, bytes: length };
    offset = aligned(offset + length);
  }
  const header = { sections, box, part, source, kinds: columns.kinds };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const fixed = Buffer.alloc(FIXED_BYTES);
  fixed.write(MAGIC, 'latin1');
  fixed.writeUInt32LE(VERSION, MAGIC.length);
  fixed.writeUInt32LE(headerBytes.length, MAGIC.length + 4);
  const unfinished = `${path}.part`;
  const file = openSync(unfinished, 'w');
  try {
    const base = aligned(FIXED_BYTES + headerBytes.length);
    writeSync(file, fixed, 0, FIXED_BYTES, 0);
    writeSync(file, headerBytes, 0, headerBytes.length, FIXED_BYTES);
    for (const [name, bytes] of parts) {
      writeSync(file, bytes, 0, bytes.length, base + (sections[name]?.offset ?? 0));
    }
    // Also an empty last column has to lie within the file.
    ftruncateSync(file, base + offset);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}

/** The bytes of a map file, in memory that threads can share. */
export function loadMapFile(path: string): SharedArrayBuffer {
  const bytes = readFileSync(path);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

function readHeader(bytes: Uint8Array): { header: z.infer<typeof headerSchema>; base: number } {
  const fixed = Buffer.from(bytes.subarray(0, FIXED_BYTES));
  const isOurs = fixed.length === FIXED_BYTES && fixed.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (!isOurs || fixed.readUInt32LE(MAGIC.length) !== VERSION) {
    throw new MapFileError('This map was made by another version of Kneewise. Remove it and add it again.');
  }
  const length = fixed.readUInt32LE(MAGIC.length + 4);
  const text = Buffer.from(bytes.subarray(FIXED_BYTES, FIXED_BYTES + length)).toString();
  try {
    return { header: headerSchema.parse(JSON.parse(text)), base: aligned(FIXED_BYTES + length) };
  } catch (cause) {
    throw new MapFileError('This map is damaged. Remove it and add it again.', { cause });
  }
}

/**
 * Opens a map over its bytes, without copying them.
 *
 * @throws {MapFileError} when the bytes are no map of this version.
 */
export function openMap(data: SharedArrayBuffer): WayMap & { readonly facts: MapFacts } {
  const { header, base } = readHeader(new Uint8Array(data));
  const column = <N extends ColumnName>(name: N): InstanceType<(typeof COLUMNS)[N]> => {
    const section = header.sections[name];
    if (!section) throw new MapFileError(`The map lacks its ${name}. Remove it and add it again.`);
    const Type = COLUMNS[name] as new (buffer: ArrayBufferLike, offset: number, length: number) => unknown;
    const length = section.bytes / COLUMNS[name].BYTES_PER_ELEMENT;
    return new Type(data, base + section.offset, length) as InstanceType<(typeof COLUMNS)[N]>;
  };
  const boxStart = column('boxStart');
  const placeWay = column('placeWay');
  const wayId = column('wayId');
  // A part without ways has no index to open.
  const index = boxStart.length > 0 ? Flatbush.from(data, base + (header.sections.index?.offset ?? 0)) : null;
  return {
    lonE7: column('lonE7'),
    latE7: column('latE7'),
    placeNode: column('placeNode'),
    placeWay,
    nodeStart: column('nodeStart'),
    nodePlaces: column('nodePlaces'),
    wayId,
    wayKind: column('wayKind'),
    kinds: header.kinds,
    part: header.part,
    facts: { source: header.source, box: header.box, ways: wayId.length },
    segmentsIn({ minLon, minLat, maxLon, maxLat }) {
      const places: number[] = [];
      for (const box of index?.search(minLon, minLat, maxLon, maxLat) ?? []) {
        const start = boxStart[box] as number;
        for (let p = start; p < start + SEGMENTS_IN_BOX && placeWay[p + 1] === placeWay[start]; p++) places.push(p);
      }
      return places;
    },
  };
}
