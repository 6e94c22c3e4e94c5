/** What can be done with several chosen runs at once. */
import { z } from 'zod';
import { noParams, operation, runIdSchema } from './operation.ts';
import { TELLABLE_GROUNDS } from './tellable-grounds.ts';

/** Most runs of one request. Assumption: more than anybody has run; as JSON they stay below the largest body that is taken. */
export const MOST_CHOSEN = 5000;

const ids = z
  .array(runIdSchema)
  .min(1, 'has to name at least one run')
  .max(MOST_CHOSEN, `may name at most ${MOST_CHOSEN} runs`)
  .describe('Ids of runs; one that stands twice counts once');

export const chosenRunsSchema = z.strictObject({ ids }).meta({ id: 'ChosenRuns' });

export const groundOfRunsSchema = z
  .strictObject({ ids, surface: z.enum(TELLABLE_GROUNDS) })
  .meta({ id: 'GroundOfRuns' });

export const changedRunsSchema = z
  .object({ runs: z.number().int().nonnegative().describe('How many of the chosen runs it changed') })
  .meta({ id: 'ChangedRuns' });

export type ChosenRuns = z.infer<typeof chosenRunsSchema>;
export type GroundOfRuns = z.infer<typeof groundOfRunsSchema>;
export type ChangedRuns = z.infer<typeof changedRunsSchema>;

const ALL_OR_NONE = 'One id that is not here refuses the whole request, and nothing is changed.';

/** Routes of chosen runs. */
export const CHOSEN_RUN_OPERATIONS = {
  getOriginals: operation({
    method: 'post',
    path: '/api/runs/originals',
    summary: 'The files of these runs, as they were uploaded, in one ZIP.',
    description: `Each has its own name; names that several have are numbered, and a file that holds several of the runs is there once. ${ALL_OR_NONE} A file that is lost from the disk costs none of the others: files-not-found.txt in the ZIP names it.`,
    params: noParams,
    body: chosenRunsSchema,
    status: 200,
    answer: z.string(),
    mediaType: 'application/zip',
  }),
  getRunTable: operation({
    method: 'post',
    path: '/api/runs/table',
    summary: 'These runs as a table, the latest first, with the columns of runs.csv in an export of everything.',
    description: `${ALL_OR_NONE} So does a run whose first report is still to come.`,
    params: noParams,
    body: chosenRunsSchema,
    status: 200,
    answer: z.string(),
    mediaType: 'text/csv',
  }),
  tellGroundOfRuns: operation({
    method: 'post',
    path: '/api/runs/told-ground',
    summary: 'Names the ground of these runs, each from its start to its end.',
    description: `It counts for these runs and their other recordings alone, not for others on the same path. They are read again in the background; the list of runs tells how many are left. ${ALL_OR_NONE}`,
    params: noParams,
    body: groundOfRunsSchema,
    status: 200,
    answer: changedRunsSchema,
  }),
  untellGroundOfRuns: operation({
    method: 'post',
    path: '/api/runs/told-ground/take-back',
    summary: 'Takes back what was last said of the ground of each of these runs as a whole.',
    description: `What was said before it counts again. A word on a stretch stays, and a run of which nothing was said is left as it is. ${ALL_OR_NONE}`,
    params: noParams,
    body: chosenRunsSchema,
    status: 200,
    answer: changedRunsSchema,
  }),
} as const;
