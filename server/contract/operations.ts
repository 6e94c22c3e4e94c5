/** Every route of the API: the one list that the router, the OpenAPI description and the tests go by. */
import { z } from 'zod';
import { reportSchema } from '#core';
import { GROUND_OPERATIONS } from './ground.ts';
import { IMPORT_OPERATIONS } from './import-operations.ts';
import { MAP_OPERATIONS } from './maps.ts';
import { none, noParams, operation, runParams } from './operation.ts';
import { newPainEntrySchema, painEntrySchema, painLogSchema, profileSchema } from './runner.ts';
import { loadInputSchema, runChangeSchema, runListSchema, runSummarySchema, runTrackSchema } from './runs.ts';
import { cadenceTrendSchema, weeksSchema } from './trends.ts';

const ENTRY_ID = 'has to be a whole number above 0';
const painEntryParams = z.object({ id: z.coerce.number(ENTRY_ID).int(ENTRY_ID).positive(ENTRY_ID) });

const NO_FUTURE_RUNS =
  'Runs that start more than a day after now are left out: the clock of the watch was wrong. They stay in the list of runs.';

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
  ...MAP_OPERATIONS,
  ...GROUND_OPERATIONS,
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
    summary: 'One run as the list shows it.',
    params: runParams,
    body: none,
    status: 200,
    answer: runSummarySchema,
  }),
  changeRun: operation({
    method: 'patch',
    path: '/api/runs/:id',
    summary: 'Says what the cadence of the run counts, and reads its file again.',
    params: runParams,
    body: runChangeSchema,
    status: 200,
    answer: runSummarySchema,
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
  getProfile: operation({
    method: 'get',
    path: '/api/profile',
    summary: 'What the runner has told about themselves.',
    params: noParams,
    body: none,
    status: 200,
    answer: profileSchema,
  }),
  putProfile: operation({
    method: 'put',
    path: '/api/profile',
    summary: 'Replaces the profile; what is left out becomes unknown.',
    description:
      'Replaces the whole profile: a field that is left out is forgotten, not kept. To change one field, get the profile, change the field and send all of it. An injury date may be at most one day ahead.',
    params: noParams,
    body: profileSchema,
    status: 200,
    answer: profileSchema,
  }),
  getPainLog: operation({
    method: 'get',
    path: '/api/pain-entries',
    summary: 'The pain log, the earliest entry first.',
    params: noParams,
    body: none,
    status: 200,
    answer: painLogSchema,
  }),
  createPainEntry: operation({
    method: 'post',
    path: '/api/pain-entries',
    summary: 'Adds an entry to the pain log.',
    description:
      'At least one of before, during, hourAfter and nextMorning has to hold a score. The date may be at most one day ahead.',
    params: noParams,
    body: newPainEntrySchema,
    status: 201,
    answer: painEntrySchema,
  }),
  deletePainEntry: operation({
    method: 'delete',
    path: '/api/pain-entries/:id',
    summary: 'Deletes an entry of the pain log.',
    params: painEntryParams,
    body: none,
    status: 204,
    answer: none,
  }),
} as const;

/** Name of a route. */
export type OperationId = keyof typeof OPERATIONS;
