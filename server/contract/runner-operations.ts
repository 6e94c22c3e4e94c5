/** Routes of what the runner tells, and of what follows from it for the next run and for care. */
import { z } from 'zod';
import { careSchema, nextRunSchema, painPatternsSchema } from './habits.ts';
import { none, noParams, operation } from './operation.ts';
import { newPainEntrySchema, painEntrySchema, painLogSchema, profileSchema } from './runner.ts';

const ENTRY_ID = 'has to be a whole number above 0';
const painEntryParams = z.object({ id: z.coerce.number(ENTRY_ID).int(ENTRY_ID).positive(ENTRY_ID) });

/** See the head of this file. */
export const RUNNER_OPERATIONS = {
  getNextRun: operation({
    method: 'get',
    path: '/api/next-run',
    summary: 'How far the next run can go before it stands out from the month before it.',
    params: noParams,
    body: none,
    status: 200,
    answer: nextRunSchema,
  }),
  getPainPatterns: operation({
    method: 'get',
    path: '/api/pain-patterns',
    summary: "What pain tends to follow in the runner's own log.",
    params: noParams,
    body: none,
    status: 200,
    answer: painPatternsSchema,
  }),
  getCare: operation({
    method: 'get',
    path: '/api/care',
    summary: 'Advice chosen for this runner, and the article with what studies found.',
    params: noParams,
    body: none,
    status: 200,
    answer: careSchema,
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
  putPainEntry: operation({
    method: 'put',
    path: '/api/pain-entries/:id',
    summary: 'Replaces an entry of the pain log, for what is known only later.',
    params: painEntryParams,
    body: newPainEntrySchema,
    status: 200,
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
