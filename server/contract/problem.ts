import { z } from 'zod';

/** RFC 9457 problem details; the one shape of every error answer. */
export const problemSchema = z
  .object({
    type: z.string().describe('Stable address of the kind of problem, e.g. /problems/run-not-found'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What is wrong and what to do, in plain words'),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
