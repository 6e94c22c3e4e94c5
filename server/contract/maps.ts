/** Maps that tell what a run was on. */
import { z } from 'zod';
import { none, noParams, operation } from './operation.ts';

const mapSchema = z.object({
  name: z.string(),
  bytes: z.number().int(),
  /** How many ways it knows; null for a file of another version, which has to be removed and added again. */
  ways: z.number().int().nullable(),
});

/** What is done with a map that was sent. */
const addingSchema = z.object({
  name: z.string(),
  state: z.enum(['adding', 'failed']),
  /** 0 to 100. */
  percent: z.number(),
  /** Why it failed; null otherwise. */
  reason: z.string().nullable(),
});

export const mapListSchema = z
  .object({
    maps: z.array(mapSchema),
    /** The map that was sent last, until it is among `maps`. */
    adding: addingSchema.nullable(),
  })
  .meta({ id: 'MapList' });

export type MapList = z.infer<typeof mapListSchema>;

const mapParams = z.object({ name: z.string().min(1).max(200) });

/** Routes of maps. */
export const MAP_OPERATIONS = {
  listMaps: operation({
    method: 'get',
    path: '/api/maps',
    summary: 'The maps that tell what runs were on, and how far one is that was just sent.',
    params: noParams,
    body: none,
    status: 200,
    answer: mapListSchema,
  }),
  addMap: operation({
    method: 'put',
    path: '/api/maps/:name',
    summary: 'Takes an extract of OpenStreetMap (.osm.pbf), its name with ending, and begins to make a map of it.',
    description: 'Runs that lie on it are read again in the background when it is done. One map is made at a time.',
    params: mapParams,
    body: none,
    takesBytes: true,
    status: 202,
    answer: mapListSchema,
  }),
  removeMap: operation({
    method: 'delete',
    path: '/api/maps/:name',
    summary: 'Removes a map; runs that lie on it are read again without it.',
    params: mapParams,
    body: none,
    status: 204,
    answer: none,
  }),
} as const;
