/** Terrain tiles that tell how high the ground lies. */
import { z } from 'zod';
import { none, noParams, operation } from './operation.ts';

export const terrainListSchema = z
  .object({
    /** Each by its south-western corner, such as `N42E001`. */
    tiles: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
  })
  .meta({ id: 'TerrainList' });

export type TerrainList = z.infer<typeof terrainListSchema>;

const tileParams = z.object({ name: z.string().min(1).max(200) });

/** Routes of terrain. */
export const TERRAIN_OPERATIONS = {
  listTerrain: operation({
    method: 'get',
    path: '/api/terrain',
    summary: 'The terrain tiles that are here.',
    params: noParams,
    body: none,
    status: 200,
    answer: terrainListSchema,
  }),
  addTerrain: operation({
    method: 'put',
    path: '/api/terrain/:name',
    summary: 'Takes a terrain tile (.hgt, or packed as .zip or .gz), its file name with ending.',
    description:
      'Runs there without an altitude of their own, or with one by satellites, are read again in the background.',
    params: tileParams,
    body: none,
    takesBytes: true,
    status: 200,
    answer: terrainListSchema,
  }),
  removeTerrain: operation({
    method: 'delete',
    path: '/api/terrain/:name',
    summary: 'Removes a terrain tile; runs that lie on it are read again without it.',
    params: tileParams,
    body: none,
    status: 204,
    answer: none,
  }),
} as const;
