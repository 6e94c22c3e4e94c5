import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMapFile, openMap } from '../../../server/maps/map-file.ts';
import { MapFolder } from '../../../server/maps/map-folder.ts';
import { inFolder, madeMap } from '../../support/made-map.ts';
import { type MapNode, type MapWay, pbfPieces, placeOnMap } from '../../support/small-map.ts';

const NODES: readonly MapNode[] = [0, 100, 200, 300].map((eastM, i) => ({ id: 5 + 10 * i, eastM, northM: 50 }));
const WAY: MapWay = { id: 77, nodeIds: [5, 15, 25, 35], tags: { highway: 'path', surface: 'dirt', name: 'Nowhere' } };

const pbf = (nodes = NODES, ways: readonly MapWay[] = [WAY], required?: readonly string[]): Buffer =>
  Buffer.concat([...pbfPieces(nodes, ways, required)]);

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
    ['no map at all', Buffer.from('GPX, perhaps'), 'no whole .osm.pbf file'],
    ['an empty file', Buffer.alloc(0), 'no .osm.pbf file'],
    ['a file that ends early', pbf().subarray(0, -20), 'no whole .osm.pbf file'],
    [
      'a map that asks for more than this reader knows',
      pbf(NODES, [WAY], ['HistoricalInformation']),
      'HistoricalInformation',
    ],
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
