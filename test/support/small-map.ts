/** Made-up maps, written as .osm.pbf files so that the whole road from file to ways is walked. */
import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

/** A node of a made-up map: metres east and north of its corner. */
export interface MapNode {
  readonly id: number;
  readonly eastM: number;
  readonly northM: number;
}

/** A way of a made-up map. */
export interface MapWay {
  readonly id: number;
  readonly nodeIds: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}

const M_PER_DEG = 111_195;
/** Corner of every made-up map, degrees: in the sea, so that it is nobody's home. */
const CORNER = { latDeg: 0, lonDeg: -30 };

/** Degrees of a place on a made-up map. */
export const placeOnMap = (eastM: number, northM: number): { latDeg: number; lonDeg: number } => ({
  latDeg: CORNER.latDeg + northM / M_PER_DEG,
  lonDeg: CORNER.lonDeg + eastM / M_PER_DEG,
});

/** The metres of a place in degrees; see {@link placeOnMap}. */
export const metresOnMap = (latDeg: number, lonDeg: number): { eastM: number; northM: number } => ({
  eastM: (lonDeg - CORNER.lonDeg) * M_PER_DEG,
  northM: (latDeg - CORNER.latDeg) * M_PER_DEG,
});

const differences = (values: readonly number[]): number[] => values.map((value, i) => value - (values[i - 1] ?? 0));

/** One block of a file. `packing` is the field that the format has for a way of packing; 3 is zlib. */
export function blob(type: string, content: Uint8Array, packing = 3): Buffer {
  const body = new PbfWriter();
  body.writeVarintField(2, content.length);
  body.writeBytesField(packing, packing === 3 ? deflateSync(content) : content);
  const bytes = body.finish();
  const head = new PbfWriter();
  head.writeStringField(1, type);
  head.writeVarintField(3, bytes.length);
  const headBytes = head.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(headBytes.length);
  return Buffer.concat([length, headBytes, bytes]);
}

const header = (required: readonly string[]): Buffer => {
  const pbf = new PbfWriter();
  for (const feature of required) pbf.writeStringField(4, feature);
  return blob('OSMHeader', pbf.finish());
};

function nodeBlock(nodes: readonly MapNode[]): Uint8Array {
  const inUnits = nodes.map(({ eastM, northM }) => {
    const { latDeg, lonDeg } = placeOnMap(eastM, northM);
    return { lat: Math.round(latDeg * 1e7), lon: Math.round(lonDeg * 1e7) };
  });
  const pbf = new PbfWriter();
  pbf.writeMessage(1, (_, strings) => strings.writeStringField(1, ''), null);
  const writeDense = (_: null, dense: PbfWriter) => {
    dense.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
    dense.writePackedSVarint(8, differences(inUnits.map(({ lat }) => lat)));
    dense.writePackedSVarint(9, differences(inUnits.map(({ lon }) => lon)));
  };
  pbf.writeMessage(2, (_: null, group: PbfWriter) => group.writeMessage(2, writeDense, null), null);
  return pbf.finish();
}

function wayBlock(ways: readonly MapWay[]): Uint8Array {
  const words = ['', ...new Set(ways.flatMap(({ tags }) => Object.entries(tags).flat()))];
  const number = new Map(words.map((word, i) => [word, i]));
  const pbf = new PbfWriter();
  const writeWords = (_: null, strings: PbfWriter) => {
    for (const word of words) strings.writeStringField(1, word);
  };
  const writeWay = ({ id, nodeIds, tags }: MapWay, way: PbfWriter) => {
    way.writeVarintField(1, id);
    way.writePackedVarint(
      2,
      Object.keys(tags).map((key) => number.get(key) ?? 0),
    );
    way.writePackedVarint(
      3,
      Object.values(tags).map((value) => number.get(value) ?? 0),
    );
    way.writePackedSVarint(8, differences(nodeIds));
  };
  pbf.writeMessage(1, writeWords, null);
  pbf.writeMessage(
    2,
    (_: null, group: PbfWriter) => {
      for (const way of ways) group.writeMessage(3, writeWay, way);
    },
    null,
  );
  return pbf.finish();
}

/** The most that one block of the format holds. */
const BLOCK = 8000;

function* inBlocks<T>(things: Iterable<T>): Generator<T[]> {
  let block: T[] = [];
  for (const thing of things) {
    if (block.push(thing) < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** An .osm.pbf file piece by piece: header, nodes by rising number, ways. */
export function* pbfPieces(
  nodes: Iterable<MapNode>,
  ways: Iterable<MapWay>,
  required: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'],
): Generator<Buffer> {
  yield header(required);
  for (const block of inBlocks(nodes)) yield blob('OSMData', nodeBlock(block));
  for (const block of inBlocks(ways)) yield blob('OSMData', wayBlock(block));
}
