import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadMapFile, openMap } from '../../../server/maps/map-file.ts';
import { MapFolder } from '../../../server/maps/map-folder.ts';
import { inFolder, madeMap } from '../../support/made-map.ts';
import { blob, type MapNode, type MapWay, pbfPieces, placeOnMap } from '../../support/small-map.ts';

const NODES: readonly MapNode[] = [0, 100, 200, 300].map((eastM, i) => ({ id: 5 + 10 * i, eastM, northM: 50 }));
const WAY: MapWay = { id: 77, nodeIds: [5, 15, 25, 35], tags: { highway: 'path', surface: 'dirt', name: 'Nowhere' } };

const pbf = (nodes = NODES, ways: readonly MapWay[] = [WAY], required?: readonly string[]): Buffer =>
  Buffer.concat([...pbfPieces(nodes, ways, required)]);

/** The bytes with one turned round, inside the last block. */
function damaged(bytes: Buffer): Buffer {
  const at = bytes.length - 12;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  return bytes;
}

function addTo(folder: string, bytes: Uint8Array, name = 'made.osm.pbf'): MapFolder {
  const file = join(folder, 'upload');
  writeFileSync(file, bytes);
  const maps = new MapFolder(folder);
  maps.add(file, name);
  return maps;
}

describe('a map made of an extract', () => {
  it('holds the way, where it lies, and the tags that matter', () => {
    const map = madeMap(NODES, [WAY]);
    expect([...map.wayId]).toEqual([77]);
    expect(map.kinds).toEqual([{ highway: 'path', surface: 'dirt' }]);
    const { latDeg, lonDeg } = placeOnMap(200, 50);
    const third = map.placeNode[2] as number;
    expect((map.lonE7[third] as number) / 1e7).toBeCloseTo(lonDeg, 6);
    expect((map.latE7[third] as number) / 1e7).toBeCloseTo(latDeg, 6);
  });

  it('finds a segment by place and nothing elsewhere', () => {
    const map = madeMap(NODES, [WAY]);
    const around = (eastM: number, northM: number) => {
      const { latDeg, lonDeg } = placeOnMap(eastM, northM);
      const [lon, lat] = [lonDeg * 1e7, latDeg * 1e7];
      return map.segmentsIn({ minLon: lon - 100, minLat: lat - 100, maxLon: lon + 100, maxLat: lat + 100 });
    };
    expect(around(250, 50)).toContain(2);
    expect(around(250, 500)).toEqual([]);
  });

  it('leaves out ways that are closed to feet, and ways with one node', () => {
    const motorway = { id: 78, nodeIds: [5, 15], tags: { highway: 'motorway' } };
    const stub = { id: 79, nodeIds: [5], tags: { highway: 'path' } };
    expect([...madeMap(NODES, [motorway, WAY, stub]).wayId]).toEqual([77]);
  });

  it('cuts a way where the extract lacks a node, and draws no line across', () => {
    const long = { ...WAY, nodeIds: [5, 15, 999, 25, 35] };
    const map = madeMap(NODES, [long]);
    expect([...map.wayId]).toEqual([77, 77]);
    expect([...map.placeWay]).toEqual([0, 0, 1, 1]);
  });

  it('finds the nodes in whatever order they stand, and twice', () => {
    const [a, b, c, d] = NODES as [MapNode, MapNode, MapNode, MapNode];
    const sorted = madeMap(NODES, [WAY]);
    const mixed = madeMap([c, a, d, b, a], [WAY]);
    expect([...mixed.lonE7]).toEqual([...sorted.lonE7]);
    expect([...mixed.placeNode]).toEqual([...sorted.placeNode]);
  });

  it('knows a square by any place in it, and a way by its own places alone', () => {
    const corners = [0, 300, 300, 0].map((eastM, i) => ({ id: i + 1, eastM, northM: i < 2 ? 0 : 300 }));
    const square = { id: 81, nodeIds: [1, 2, 3, 4, 1], tags: { highway: 'pedestrian', area: 'yes' } };
    const { latDeg, lonDeg } = placeOnMap(150, 150);
    const [lon, lat] = [lonDeg * 1e7, latDeg * 1e7];
    const middle = { minLon: lon - 100, minLat: lat - 100, maxLon: lon + 100, maxLat: lat + 100 };
    expect(madeMap(corners, [square]).segmentsIn(middle)).toContain(0);
    const loops = [5, 6].map((id, i) => ({ ...(corners[i] as MapNode), id }));
    const line = { id: 82, nodeIds: [5, 6], tags: { highway: 'path' } };
    expect(madeMap([...corners, ...loops], [line]).segmentsIn(middle)).toEqual([]);
  });

  it('knows the ways that meet at a node', () => {
    const cross = { id: 80, nodeIds: [15, 35], tags: { highway: 'track' } };
    const map = madeMap(NODES, [WAY, cross]);
    const node = map.placeNode[1] as number;
    const places = map.nodePlaces.subarray(map.nodeStart[node], map.nodeStart[node + 1]);
    expect([...places].map((place) => map.wayId[map.placeWay[place] as number])).toEqual([77, 80]);
  });
});

describe('the maps of a data folder', () => {
  it('stand side by side under the names of their extracts, until one is removed', () =>
    inFolder((folder) => {
      addTo(folder, pbf(), 'north.osm.pbf');
      const maps = addTo(folder, pbf(), 'south-latest.osm.pbf');
      expect(maps.list().map(({ name, facts }) => [name, facts?.ways])).toEqual([
        ['north', 1],
        ['south-latest', 1],
      ]);
      expect(maps.load().map((data) => openMap(data).facts.source)).toEqual(['north.osm.pbf', 'south-latest.osm.pbf']);
      maps.remove('north');
      expect(maps.list()).toHaveLength(1);
      expect(() => maps.remove('north')).toThrow('There is no map called "north".');
    }));

  it('are none in a folder that was never used', () =>
    inFolder((folder) => expect(new MapFolder(join(folder, 'none')).list()).toEqual([])));

  it('refuse a name that leads elsewhere', () =>
    inFolder((folder) => {
      expect(() => new MapFolder(folder).remove('../originals')).toThrow('There is no map');
      expect(() => addTo(folder, pbf(), '..osm.pbf')).toThrow('Rename the file');
    }));

  it.each([
    ['no map at all', Buffer.from('nothing in particular'), 'This is no .osm.pbf file'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a file that ends early', pbf().subarray(0, -20), 'ends early or is damaged, after [\\d,]+ of [\\d,]+ bytes'],
    [
      'a block longer than the format allows',
      Buffer.concat([pbf(), Buffer.alloc(8, 0xff)]),
      'ends early or is damaged',
    ],
    ['a map with a bit that fell over', damaged(pbf()), 'damaged'],
    ['a map that asks for more than this reader knows', pbf(NODES, [WAY], ['Sort.Magic']), 'needs Sort.Magic'],
    [
      'a map with its history',
      pbf(NODES, [WAY], ['HistoricalInformation']),
      'every past state .* Download the .osm.pbf',
    ],
    ['a map packed with zstd', Buffer.concat([blob('OSMHeader', new Uint8Array(9), 7)]), 'packed with zstd'],
    ['a map packed with lz4', Buffer.concat([blob('OSMHeader', new Uint8Array(9), 6)]), 'packed with lz4'],
    ['a map packed with lzma', Buffer.concat([blob('OSMHeader', new Uint8Array(9), 4)]), 'packed with lzma'],
    ['a map as XML', Buffer.from('<?xml version="1.0"?>\n<osm version="0.6">'), 'XML .*osmium cat'],
    ['a map as XML, packed', Buffer.from('BZh91AY&SY'), 'osm.bz2'],
    ['an extract that was packed again', gzipSync(pbf()), 'Unpack it'],
    ['the web page of a site', Buffer.from('<!DOCTYPE html><html>'), 'web page'],
    ['a run', Buffer.from('<?xml version="1.0"?><gpx creator="x">'), 'a run or a route'],
    ['a map for another program', Buffer.from('SQLite format 3\0'), 'another program'],
    ['ways without their places', pbf([], [WAY]), 'not where they lie'],
    ['a map without a way for feet', pbf(NODES, []), 'no .*way that feet may use'],
  ])('refuse %s and stay as they were', (_, bytes, message) =>
    inFolder((folder) => {
      expect(() => addTo(folder, bytes)).toThrow(new RegExp(message));
      expect(new MapFolder(folder).list()).toEqual([]);
    }),
  );

  it('keep a damaged file out of the way and say so', () =>
    inFolder((folder) => {
      const maps = addTo(folder, pbf());
      writeFileSync(join(folder, 'maps', 'made.ways'), 'KNEEWAYSxxxx');
      expect(maps.list()).toMatchObject([{ name: 'made', facts: null }]);
      expect(maps.load()).toEqual([]);
      expect(() => openMap(loadMapFile(join(folder, 'maps', 'made.ways')))).toThrow('Remove it and add it again.');
    }));
});
