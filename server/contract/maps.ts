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

/** Longest address, characters. Assumption. */
const LONGEST_ADDRESS = 500;
const ADDRESS =
  'has to be the address of a service, beginning with https:// or http://, without a name or password in it';

const onlineAddressSchema = z
  .url({ protocol: /^https?$/, error: ADDRESS })
  .max(LONGEST_ADDRESS, `has to be at most ${LONGEST_ADDRESS} characters long`)
  .refine((address) => !URL.canParse(address) || new URL(address).username + new URL(address).password === '', ADDRESS);

export const onlineMapChangeSchema = z
  .strictObject({ address: onlineAddressSchema.nullable().describe('Null turns it off') })
  .meta({ id: 'OnlineMapChange' });

export const onlineMapSchema = z
  .object({
    /** An Overpass-compatible service; null while the online map is off. */
    address: z.string().nullable(),
    /** Boxes of the grid that are kept, and their bytes. */
    cells: z.number().int(),
    bytes: z.number().int(),
    /** Boxes round runs that no map knows. */
    missing: z.number().int(),
    /** Why nothing comes at the moment; null when all is well. */
    problem: z.string().nullable(),
    /** When it is tried again; null where that cannot help, or all is well. */
    triedAgainAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OnlineMap' });

export type OnlineMap = z.infer<typeof onlineMapSchema>;
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
  getOnlineMap: operation({
    method: 'get',
    path: '/api/online-map',
    summary: 'Where ways are asked for that no map knows, what is kept of the answers and what is missing.',
    params: noParams,
    body: none,
    status: 200,
    answer: onlineMapSchema,
  }),
  putOnlineMap: operation({
    method: 'put',
    path: '/api/online-map',
    summary: 'Turns the online map on, by the address of an Overpass-compatible service, or off.',
    description:
      'Off at first. While it is on, that service is sent boxes on a grid of 0.05 degrees round the runs that no map knows, and nothing else. The same address again means to try at once.',
    params: noParams,
    body: onlineMapChangeSchema,
    status: 200,
    answer: onlineMapSchema,
  }),
  clearOnlineMap: operation({
    method: 'delete',
    path: '/api/online-map/answers',
    summary: 'Forgets the answers that were kept; what runs need is asked for anew while the online map is on.',
    params: noParams,
    body: none,
    status: 200,
    answer: onlineMapSchema,
  }),
} as const;
