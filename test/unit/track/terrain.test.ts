import { describe, expect, it } from 'vitest';
import { buildTrack } from '../../../src/track/build-track.ts';
import {
  openTile,
  type TerrainTile,
  terrainLookup,
  tileAltitudeM,
  tileCornerOf,
  tileName,
} from '../../../src/track/terrain.ts';
import { buildActivity, column, steadyRun } from '../../support/build-activity.ts';

const SIZE = 1201;
const VOID = -32_768;
const CORNER = { southDeg: 42, westDeg: 1 };

/** A tile whose heights follow a rule on the row (0 in the north) and column (0 in the west). */
function tile(height: (row: number, column: number) => number): TerrainTile {
  const bytes = new Uint8Array(SIZE * SIZE * 2);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < SIZE; row++)
    for (let at = 0; at < SIZE; at++) view.setInt16((row * SIZE + at) * 2, height(row, at));
  const opened = openTile(CORNER, bytes);
  if (opened === null) throw new Error('a tile of 1201 heights was refused');
  return opened;
}

describe('the name of a tile', () => {
  it('tells its south-western corner, however it is written', () => {
    expect(tileCornerOf('N42E001.hgt')).toEqual(CORNER);
    expect(tileCornerOf('folder/s33w070.SRTMGL1.hgt.zip')).toEqual({ southDeg: -33, westDeg: -70 });
    for (const name of ['readme.txt', 'N42E0011.hgt', 'N95E001.hgt', 'N42E181.hgt'])
      expect(tileCornerOf(name)).toBeNull();
  });

  it('is written in one way', () => {
    expect(tileName(CORNER)).toBe('N42E001');
    expect(tileName({ southDeg: -3, westDeg: -70 })).toBe('S03W070');
  });
});

describe('the height of the ground', () => {
  it('is that of the corner in each corner, the first row being the north', () => {
    const corners = tile((row, at) => (row === 0 ? 100 : 200) + (at === 0 ? 0 : 50));
    expect(tileAltitudeM(corners, 43, 1)).toBe(100);
    expect(tileAltitudeM(corners, 43, 2)).toBe(150);
    expect(tileAltitudeM(corners, 42, 1)).toBe(200);
    expect(tileAltitudeM(corners, 42, 2)).toBe(250);
  });

  it('follows an even slope between the heights', () => {
    const slope = tile((row, at) => 1200 - row + 2 * at);
    expect(tileAltitudeM(slope, 42.5, 1.25)).toBeCloseTo(600 + 600, 6);
    expect(tileAltitudeM(slope, 42 + 0.4 / 1200, 1)).toBeCloseTo(0.4, 6);
  });

  it('can lie below the sea', () => {
    expect(
      tileAltitudeM(
        tile(() => -417),
        42.5,
        1.5,
      ),
    ).toBe(-417);
  });

  it('comes from the sound corners beside a void, and is missing within one', () => {
    const oneVoid = tile((row, at) => (row === 600 && at === 600 ? VOID : 80));
    const cell = 1 / 1200;
    expect(tileAltitudeM(oneVoid, 42.5, 1.5)).toBeNaN();
    expect(tileAltitudeM(oneVoid, 42.5 + 0.1 * cell, 1.5 + 0.1 * cell)).toBeNaN();
    expect(tileAltitudeM(oneVoid, 42.5 + 0.9 * cell, 1.5 + 0.9 * cell)).toBe(80);
  });

  it('is missing where no tile is, and each tile is fetched once for a stretch on it', () => {
    const asked: string[] = [];
    const flat = tile(() => 7);
    const lookup = terrainLookup((corner) => {
      asked.push(tileName(corner));
      return tileName(corner) === 'N42E001' ? flat : null;
    });
    expect([lookup(42.5, 1.5), lookup(42.6, 1.5), lookup(42.5, 0.5), lookup(Number.NaN, 1)]).toEqual([
      7,
      7,
      Number.NaN,
      Number.NaN,
    ]);
    expect(asked).toEqual(['N42E001', 'N42E000']);
  });

  it('is not taken from a file of another size', () => {
    expect(openTile(CORNER, new Uint8Array(1200 * 1200 * 2))).toBeNull();
  });
});

describe('a run on a terrain model', () => {
  /** Ten minutes north at 3 m/s up an even 5 %. */
  const run = steadyRun(600, (d) => 100 + 0.05 * d);
  const metresToDeg = 1 / 111_195;
  const latDeg = column(600, (i) => 42.2 + 3 * i * metresToDeg);
  const lonDeg = column(600, () => 1.5);
  const ground = (lat: number): number => 1000 + ((lat - 42.2) / metresToDeg) * 0.05;

  it('takes its altitude from there when the file holds none, and says so', () => {
    const { altitudeM: _, ...without } = run;
    const { track, warnings } = buildTrack(buildActivity({ ...without, latDeg, lonDeg }), undefined, ground);
    expect(track.altitudeSource).toBe('terrain');
    expect(track.origin.altitude).toBe('derived');
    expect(track.altitudeM[300]).toBeCloseTo(1045, 0);
    expect(track.gradePct[300]).toBeCloseTo(5, 1);
    expect(warnings.map(({ code }) => code)).toEqual(['altitude-from-terrain']);
  });

  it('is less sure of its slope than with a barometer', () => {
    const { altitudeM: _, ...without } = run;
    const fromTerrain = buildTrack(buildActivity({ ...without, latDeg, lonDeg }), undefined, ground).track;
    const own = buildTrack(buildActivity({ ...run, latDeg, lonDeg }), undefined, ground).track;
    expect(own.altitudeSource).toBe('barometric');
    expect(fromTerrain.gradeErrorPct[300]).toBeGreaterThan(2 * (own.gradeErrorPct[300] as number));
  });

  it('stands in for altitude by satellites, and keeps that where the model ends halfway', () => {
    const activity = buildActivity({ ...run, latDeg, lonDeg }, { hasBarometer: false });
    expect(buildTrack(activity, undefined, ground).track.altitudeSource).toBe('terrain');
    const half = (lat: number): number => (lat > 42.205 ? Number.NaN : 0);
    expect(buildTrack(activity, undefined, half).track.altitudeSource).toBe('gps');
  });
});
