/** Ways and nodes of one data block of a PBF file. */
import { PbfReader } from 'pbf';

/** One way: its number, the numbers of its nodes in order, and all its tags. */
export interface RawWay {
  readonly id: number;
  readonly nodeIds: readonly number[];
  readonly tags: Readonly<Record<string, string | undefined>>;
}

interface Shape {
  readonly groups: { start: number; end: number }[];
  strings: { start: number; end: number } | null;
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

/** Where a message lies that is read later. */
function skipMessage(pbf: PbfReader): { start: number; end: number } {
  const length = pbf.readVarint();
  const start = pbf.pos;
  pbf.pos = start + length;
  return { start, end: pbf.pos };
}

/** Positions count in units of this many nano-degrees unless the block says otherwise. */
const USUAL_GRANULARITY = 100;
/** Nano-degrees in 1e-7 degrees. */
const NANO_IN_E7 = 100;

function shapeOf(bytes: Uint8Array): Shape {
  const empty: Shape = { groups: [], strings: null, granularity: USUAL_GRANULARITY, latOffset: 0, lonOffset: 0 };
  return new PbfReader(bytes).readFields((tag, shape, pbf) => {
    if (tag === 1) shape.strings = skipMessage(pbf);
    else if (tag === 2) shape.groups.push(skipMessage(pbf));
    else if (tag === 17) shape.granularity = pbf.readVarint();
    else if (tag === 19) shape.latOffset = pbf.readVarint(true);
    else if (tag === 20) shape.lonOffset = pbf.readVarint(true);
  }, empty);
}

function readStrings(bytes: Uint8Array, where: Shape['strings']): string[] {
  if (where === null) return [];
  const pbf = new PbfReader(bytes);
  pbf.pos = where.start;
  return pbf.readFields(
    (tag, strings: string[], reader) => {
      if (tag === 1) strings.push(reader.readString());
    },
    [],
    where.end,
  );
}

/** The fields of the groups of one kind; other kinds are stepped over unread. */
function eachInGroups(bytes: Uint8Array, shape: Shape, wanted: number, take: (pbf: PbfReader) => void): void {
  for (const { start, end } of shape.groups) {
    const pbf = new PbfReader(bytes);
    pbf.pos = start;
    pbf.readFields(
      (tag, _, reader) => {
        if (tag === wanted) take(reader);
      },
      null,
      end,
    );
  }
}

/** Calls back with each way of the block. */
export function eachWay(bytes: Uint8Array, take: (way: RawWay) => void): void {
  const shape = shapeOf(bytes);
  let strings: string[] | null = null;
  eachInGroups(bytes, shape, 3, (pbf) => {
    strings ??= readStrings(bytes, shape.strings);
    const found = { id: 0, keys: [] as number[], values: [] as number[], nodeIds: [] as number[] };
    pbf.readMessage((tag, way, reader) => {
      if (tag === 1) way.id = reader.readVarint();
      else if (tag === 2) reader.readPackedVarint(way.keys);
      else if (tag === 3) reader.readPackedVarint(way.values);
      else if (tag === 8) reader.readPackedSVarint(way.nodeIds);
    }, found);
    const tags: Record<string, string | undefined> = Object.create(null);
    for (const [i, key] of found.keys.entries()) tags[strings[key] ?? ''] = strings[found.values[i] ?? 0];
    let id = 0;
    for (const [i, step] of found.nodeIds.entries()) {
      id += step;
      found.nodeIds[i] = id;
    }
    take({ id: found.id, nodeIds: found.nodeIds, tags });
  });
}

/** Calls back with each node of the block: its number and place in 1e-7 degrees. */
export function eachNode(bytes: Uint8Array, take: (id: number, lonE7: number, latE7: number) => void): void {
  const shape = shapeOf(bytes);
  const latOf = (units: number) => Math.round((shape.latOffset + shape.granularity * units) / NANO_IN_E7);
  const lonOf = (units: number) => Math.round((shape.lonOffset + shape.granularity * units) / NANO_IN_E7);
  eachInGroups(bytes, shape, 1, (pbf) => {
    const node = { id: 0, lat: 0, lon: 0 };
    pbf.readMessage((tag, found, reader) => {
      if (tag === 1) found.id = reader.readSVarint();
      else if (tag === 8) found.lat = reader.readSVarint();
      else if (tag === 9) found.lon = reader.readSVarint();
    }, node);
    take(node.id, lonOf(node.lon), latOf(node.lat));
  });
  eachInGroups(bytes, shape, 2, (pbf) => {
    const dense = { ids: [] as number[], lats: [] as number[], lons: [] as number[] };
    pbf.readMessage((tag, found, reader) => {
      if (tag === 1) reader.readPackedSVarint(found.ids);
      else if (tag === 8) reader.readPackedSVarint(found.lats);
      else if (tag === 9) reader.readPackedSVarint(found.lons);
    }, dense);
    let [id, lat, lon] = [0, 0, 0];
    for (const [i, step] of dense.ids.entries()) {
      id += step;
      lat += dense.lats[i] ?? 0;
      lon += dense.lons[i] ?? 0;
      take(id, lonOf(lon), latOf(lat));
    }
  });
}

/** True when the block holds nodes; a second look at the others can be spared. */
export function holdsNodes(bytes: Uint8Array): boolean {
  let found = false;
  const shape = shapeOf(bytes);
  for (const kind of [1, 2]) {
    eachInGroups(bytes, shape, kind, () => {
      found = true;
    });
  }
  return found;
}
