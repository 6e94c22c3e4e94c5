/** The background that a runner may choose for the map of a run. */
import { z } from 'zod';
import { none, noParams, operation } from './operation.ts';

/** Longest address of tiles, characters. Assumption: room for a key in it. */
const LONGEST = 500;
const PLACES = ['{z}', '{x}', '{y}'];
/** The host has to stand there in full: the page is allowed to ask this one and no other. */
const WITH_HOST = /^https?:\/\/[\w.:[\]-]+\//;
const WORDS = 'has to be an address that begins with http:// or https:// and holds {z}, {x} and {y}, without {s}';

/** The address of tiles with {z}, {x} and {y} in it; null for none, and then nobody is asked for anything. */
export const mapTilesSchema = z
  .object({
    template: z
      .string(WORDS)
      .trim()
      .max(LONGEST, `has to be at most ${LONGEST} characters long`)
      .refine(
        (text) => WITH_HOST.test(text) && URL.canParse(text) && PLACES.every((place) => text.includes(place)),
        WORDS,
      )
      .refine((text) => !text.includes('{s}'), WORDS)
      .nullable(),
  })
  .strict()
  .meta({ id: 'MapTiles' });

/** Routes of the background. */
export const MAP_TILE_OPERATIONS = {
  getMapTiles: operation({
    method: 'get',
    path: '/api/map-tiles',
    summary: 'Where the page takes the background of the map of a run from; null for nowhere.',
    params: noParams,
    body: none,
    status: 200,
    answer: mapTilesSchema,
  }),
  putMapTiles: operation({
    method: 'put',
    path: '/api/map-tiles',
    summary: 'Chooses a background for the map of a run, or none.',
    description:
      'The content security policy of the page then allows pictures of that host, from the next load on. The host learns which squares of the map are looked at.',
    params: noParams,
    body: mapTilesSchema,
    status: 200,
    answer: mapTilesSchema,
  }),
} as const;

/** See {@link mapTilesSchema}. */
export type MapTilesChoice = z.infer<typeof mapTilesSchema>;
