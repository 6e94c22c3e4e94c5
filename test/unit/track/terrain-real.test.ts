/** Terrain against what a watch with a barometer measured on the same ground. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TerrainFolder } from '../../../server/terrain/terrain-folder.ts';
import { parse } from '../../../src/parse/parse.ts';
import { mean, median } from '../../../src/stats/stats.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import type { TerrainLookup } from '../../../src/track/terrain.ts';
import type { Track } from '../../../src/track/track.ts';
import { hasRealData, readRealFile, realDataIndex, realFilePath } from '../../support/real-data.ts';

/** The track of a file of the index, with its own altitude and with that of the terrain. */
function bothTracks(name: string, terrain: TerrainLookup): { readonly own: Track; readonly ground: Track } {
  const row = realDataIndex().find(({ path = '' }) => path.endsWith(name));
  const parsed = parse(readRealFile(row?.path ?? ''));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.error.message}`);
  const { samples } = parsed.value;
  const bare = { ...parsed.value, samples: { ...samples, altitudeM: null } };
  return { own: buildTrack(parsed.value).track, ground: buildTrack(bare, undefined, terrain).track };
}

describe.skipIf(!hasRealData)('terrain under real runs (skipped without the folder of real files)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-dem-'));
  let terrain: TerrainLookup = () => Number.NaN;
  beforeAll(async () => {
    const tiles = new TerrainFolder(folder);
    for await (const tile of tiles.add(realFilePath('dem'))) expect(tile.ok).toBe(true);
    terrain = tiles.lookup() ?? terrain;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lies within 20 m of a barometer on gentle ground, and its slope errs no more than it says', () => {
    const { own, ground } = bothTracks('Garmin_Fenix2_running_with_hrm.fit', terrain);
    expect(ground.altitudeSource).toBe('terrain');
    const apart = ground.altitudeM.map((altitude, i) => altitude - (own.altitudeM[i] as number));
    expect(Math.abs(median(apart))).toBeLessThan(20);
    const errors = ground.gradePct.map((grade, i) => Math.abs(grade - (own.gradePct[i] as number)));
    expect(mean(errors)).toBeLessThan(2.5);
    const beyond = errors.filter((error, i) => error > 2 * (ground.gradeErrorPct[i] as number)).length;
    expect(beyond / errors.length).toBeLessThan(0.05);
  });

  it('is not used for a run that it covers only in part', () => {
    const { ground } = bothTracks('/6910052863.fit', terrain);
    expect(ground.altitudeSource).toBe('none');
  });
});
