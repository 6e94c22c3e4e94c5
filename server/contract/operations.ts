/** Every route of the API: the one list that the router, the OpenAPI description and the tests go by. */
import { z } from 'zod';
import { reportSchema } from '#core';
import { importAcceptedSchema, importSchema } from './imports.ts';
import { newPainEntrySchema, painEntrySchema, painLogSchema, profileSchema } from './runner.ts';
import { loadInputSchema, runChangeSchema, runListSchema, runSummarySchema, runTrackSchema } from './runs.ts';
import { cadenceTrendSchema, weeksSchema } from './trends.ts';

/** One route. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it: `/api/runs/:id`. */
  readonly path: string;
  readonly summary: string;
  /** What a caller has to know beside the summary. */
  readonly description?: string;
  readonly params: Params;
  /** JSON body; `z.undefined()` where there is none. */
  readonly body: Body;
  /** True for `multipart/form-data` with many `files`. */
  readonly takesFiles?: true;
  /** Status of a success. */
  readonly status: 200 | 201 | 202 | 204;
  /** What a success holds: JSON unless `mediaType` says otherwise. */
  readonly answer: Answer;
  readonly mediaType?: 'text/event-stream' | 'application/octet-stream' | 'text/html';
}

const operation = <P extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  described: Operation<P, B, A>,
): Operation<P, B, A> => described;

const none = z.undefined();
const noParams = z.object({});
const runParams = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/, 'has to be 16 hex digits') });
const importParams = z.object({ id: z.uuid('has to be the id that the upload answered with') });
const FILE_ID = 'has to be the id of a file of the import';
const importFileParams = importParams.extend({ fileId: z.coerce.number(FILE_ID).int(FILE_ID).positive(FILE_ID) });
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
  createImport: operation({
    method: 'post',
    path: '/api/imports',
    summary: 'Takes watch files (FIT, GPX, TCX) and begins to read them.',
    params: noParams,
    body: none,
    takesFiles: true,
    status: 202,
    answer: importAcceptedSchema,
  }),
  createSampleImport: operation({
    method: 'post',
    path: '/api/imports/sample',
    summary: 'Imports the made-up season that comes with Kneewise.',
    params: noParams,
    body: none,
    status: 202,
    answer: importAcceptedSchema,
  }),
  getImport: operation({
    method: 'get',
    path: '/api/imports/:id',
    summary: 'How far an import is: a state and reason per file.',
    params: importParams,
    body: none,
    status: 200,
    answer: importSchema,
  }),
  watchImport: operation({
    method: 'get',
    path: '/api/imports/:id/events',
    summary: 'The same as server-sent events (`event: import`) at every change; ends when the import is done.',
    params: importParams,
    body: none,
    status: 200,
    answer: z.string(),
    mediaType: 'text/event-stream',
  }),
  treatFileAsRun: operation({
    method: 'post',
    path: '/api/imports/:id/files/:fileId/as-run',
    summary: 'Reads a refused file again as a run, because the runner says that it was one.',
    description: 'Only for files with mayBeRun. The file goes back into the queue; watch the import for its outcome.',
    params: importFileParams,
    body: none,
    status: 202,
    answer: importSchema,
  }),
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
    summary: 'Deletes a run, with its original file unless another run is in it.',
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
      'Holds no positions. With ?map=yes it draws the shape of the way, without 200 m round start and finish.',
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
