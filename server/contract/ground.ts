/** What the runner says of the ground of a run. */
import { z } from 'zod';
import { none, operation, runParams } from './operation.ts';
import { TELLABLE_GROUNDS } from './tellable-grounds.ts';

export const newToldGroundSchema = z
  .strictObject({
    surface: z.enum(TELLABLE_GROUNDS),
    fromM: z.number().nonnegative().describe('Metres since the start of the run'),
    toM: z.number().positive().describe('Metres since the start of the run'),
  })
  .refine(({ fromM, toM }) => toM > fromM, { path: ['toM'], message: 'has to lie beyond fromM' })
  .meta({ id: 'NewToldGround' });

export const toldGroundsSchema = z
  .object({
    stretches: z.array(z.object({ id: z.number().int(), surface: z.string(), fromM: z.number(), toM: z.number() })),
  })
  .meta({ id: 'ToldGrounds' });

export type NewToldGround = z.infer<typeof newToldGroundSchema>;
export type ToldGrounds = z.infer<typeof toldGroundsSchema>;

const ID = 'has to be the id of a stretch';

/** Routes of told ground. */
export const GROUND_OPERATIONS = {
  getToldGround: operation({
    method: 'get',
    path: '/api/runs/:id/told-ground',
    summary: 'The stretches of this run whose ground the runner has named.',
    params: runParams,
    body: none,
    status: 200,
    answer: toldGroundsSchema,
  }),
  tellGround: operation({
    method: 'post',
    path: '/api/runs/:id/told-ground',
    summary: 'Names the ground of a stretch; it counts for every run that covers the same path.',
    description: 'A treadmill is nowhere on a map: that word counts for this run alone.',
    params: runParams,
    body: newToldGroundSchema,
    status: 201,
    answer: toldGroundsSchema,
  }),
  untellGround: operation({
    method: 'delete',
    path: '/api/runs/:id/told-ground/:stretchId',
    summary: 'Takes the word on a stretch back.',
    params: runParams.extend({ stretchId: z.coerce.number(ID).int(ID).positive(ID) }),
    body: none,
    status: 200,
    answer: toldGroundsSchema,
  }),
} as const;
