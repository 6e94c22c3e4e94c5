/** Every route of the API: the one list that the router, the OpenAPI description and the tests go by. */
import { z } from 'zod';
import { reportSchema } from '#core';
import { CHOSEN_RUN_OPERATIONS } from './chosen-runs.ts';
import { DATA_OPERATIONS } from './data-operations.ts';
import { GROUND_OPERATIONS } from './ground.ts';
import { IMPORT_OPERATIONS } from './import-operations.ts';
import { MAP_TILE_OPERATIONS } from './map-tiles.ts';
import { MAP_OPERATIONS } from './maps.ts';
import { none, noParams, operation, runParams } from './operation.ts';
import { PLAN_OPERATIONS } from './plans.ts';
import { RUNNER_OPERATIONS } from './runner-operations.ts';
import { loadInputSchema, runChangeSchema, runDetailSchema, runListSchema, runTrackSchema } from './runs.ts';
import { TERRAIN_OPERATIONS } from './terrain.ts';
import { cadenceTrendSchema, weeksSchema } from './trends.ts';

const NO_FUTURE_RUNS =
  'Runs that start more than a day after now are left out: the clock of the watch was wrong. They stay in the list of runs.';

const sessionSchema = z
  .object({
    /** Whether there is a password, so that whoever reads this has logged in and can log out. */
    hasPassword: z.boolean(),
  })
  .meta({ id: 'Session' });
const healthSchema = z.object({ status: z.literal('ok'), engineVersion: z.string() }).meta({ id: 'Health' });

/** See the head of this file; the key is the operation's id. */
export const OPERATIONS = {
  getHealth: operation({
    method: 'get',
    path: '/api/health',
    summary: 'Tells that the server is up, and its engine version.',
    params: noParams,
    body: none,
    status: 200,
    answer: healthSchema,
  }),
  getSession: operation({
    method: 'get',
    path: '/api/session',
    summary: 'Whether this server asks for a password.',
    params: noParams,
    body: none,
    status: 200,
    answer: sessionSchema,
  }),
  getOpenApi: operation({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    params: noParams,
    body: none,
    status: 200,
    answer: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
  }),
  ...IMPORT_OPERATIONS,
  ...DATA_OPERATIONS,
  ...MAP_OPERATIONS,
  ...TERRAIN_OPERATIONS,
  ...MAP_TILE_OPERATIONS,
  ...GROUND_OPERATIONS,
  ...CHOSEN_RUN_OPERATIONS,
  listRuns: operation({
    method: 'get',
    path: '/api/runs',
    summary: 'All runs, the latest first.',
    params: noParams,
    body: none,
    status: 200,
    answer: runListSchema,
  }),
  getRun: operation({
    method: 'get',
    path: '/api/runs/:id',
    summary: 'One run as the list shows it, with what the runner wrote of it.',
    params: runParams,
    body: none,
    status: 200,
    answer: runDetailSchema,
  }),
  changeRun: operation({
    method: 'patch',
    path: '/api/runs/:id',
    summary: 'Says what the cadence of the run counts, and reads its file again.',
    params: runParams,
    body: runChangeSchema,
    status: 200,
    answer: runDetailSchema,
  }),
  deleteRun: operation({
    method: 'delete',
    path: '/api/runs/:id',
    summary: 'Puts a run in the trash, from where it can come back for 30 days.',
    params: runParams,
    body: none,
    status: 204,
    answer: none,
  }),
  getRunReport: operation({
    method: 'get',
    path: '/api/runs/:id/report',
    summary: 'The report of a run in the light of what is known now.',
    params: runParams,
    body: none,
    status: 200,
    answer: reportSchema,
  }),
  getRunTrack: operation({
    method: 'get',
    path: '/api/runs/:id/track',
    summary: 'The columns of a run for charts and map.',
    params: runParams,
    body: none,
    status: 200,
    answer: runTrackSchema,
  }),
  getRunLoadInput: operation({
    method: 'get',
    path: '/api/runs/:id/load-input',
    summary: 'What the load model goes by, every sample: for working out a changed run in the page.',
    params: runParams,
    body: none,
    status: 200,
    answer: loadInputSchema,
  }),
  getReportFile: operation({
    method: 'get',
    path: '/api/runs/:id/report.html',
    summary: 'The report as one HTML file that asks no server for anything.',
    description:
      'Holds no positions and nothing of the pain log. With ?map=yes it draws the shape of the way, without 200 m round start and finish; with ?pain=yes its findings tell of logged pain.',
    params: runParams,
    body: none,
    status: 200,
    answer: z.string(),
    mediaType: 'text/html',
  }),
  getRunOriginal: operation({
    method: 'get',
    path: '/api/runs/:id/original',
    summary: 'The file as it was uploaded.',
    params: runParams,
    body: none,
    status: 200,
    answer: z.string(),
    mediaType: 'application/octet-stream',
  }),
  getWeeks: operation({
    method: 'get',
    path: '/api/trends/weeks',
    summary: 'Distance, knee load and longest run by week.',
    description: NO_FUTURE_RUNS,
    params: noParams,
    body: none,
    status: 200,
    answer: weeksSchema,
  }),
  getCadenceTrend: operation({
    method: 'get',
    path: '/api/trends/cadence',
    summary: 'Cadence by week at the usual flat speed.',
    description: NO_FUTURE_RUNS,
    params: noParams,
    body: none,
    status: 200,
    answer: cadenceTrendSchema,
  }),
  ...RUNNER_OPERATIONS,
  ...PLAN_OPERATIONS,
} as const;

/** Name of a route. */
export type OperationId = keyof typeof OPERATIONS;
