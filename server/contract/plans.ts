/** Planned routes: what they would ask of the knees, and the routes of the API to keep them. */
import { z } from 'zod';
import { redFlagSchema } from './habits.ts';
import { none, noParams, operation, runParams } from './operation.ts';
import { runTrackSchema } from './runs.ts';

const rangeSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() });

/** Longest name of a plan. */
export const LONGEST_PLAN_NAME = 120;

/** One plan as the list shows it. */
export const planSchema = z
  .object({ id: z.string(), name: z.string(), distanceM: z.number(), createdAt: z.iso.datetime() })
  .meta({ id: 'Plan' });

const deletedPlanSchema = planSchema.extend({
  /** When it is deleted for good. */
  goneAt: z.iso.datetime(),
});

/** All plans, the latest first, and those that were deleted and can come back. */
export const planListSchema = z
  .object({ plans: z.array(planSchema), deleted: z.array(deletedPlanSchema) })
  .meta({ id: 'PlanList' });

const sumsShape = {
  /** Flat-easy km; wider than the range of a recorded run. */
  kneeLoadKm: rangeSchema,
  /** Without stops. */
  movingTimeS: z.number(),
  /** Peak force that 95 % of the running steps stay below, body weights; null without running. */
  peakBw: z.number().nullable(),
};

const stretchSchema = z.object({
  fromM: z.number(),
  toM: z.number(),
  type: z.enum(['climb', 'flat', 'descent', 'steep-descent', 'unknown']),
  gradePct: z.number().nullable(),
  gait: z.enum(['run', 'walk']),
  speedMps: z.number(),
  kneeLoadKm: z.number(),
  /** The same for each km; 1 is flat easy running. */
  perKm: z.number(),
  /** What walking its steep parts would change; null where nothing steep is run downhill. */
  walked: z
    .object({
      /** Flat-easy km spared; negative where walking adds load. */
      savedKm: z.number(),
      peakBw: z.number(),
      walkedPeakBw: z.number(),
      timeS: z.number(),
    })
    .nullable(),
});

/** What a planned route would ask of this runner. */
export const planForecastSchema = z
  .object({
    plan: planSchema,
    redFlag: redFlagSchema,
    forecast: z.object({
      ...sumsShape,
      distanceM: z.number(),
      /** Null where the altitude is not known. */
      ascentM: z.number().nullable(),
      descentM: z.number().nullable(),
      altitudeSource: z.enum(['barometric', 'gps', 'terrain', 'unknown', 'none']),
      headline: z.string(),
      stretches: z.array(stretchSchema),
      /** All descents steeper than 8 % walked; null where there are none that would be run. */
      walkingSteep: z.object({ changePct: rangeSchema, timeS: z.number(), tradeOff: z.string() }).nullable(),
      /** The same direction without the chosen changes. */
      byHabit: z.object(sumsShape),
      /** The other direction with the chosen changes. */
      otherWay: z.object(sumsShape),
      /** Against the next-run budget; null where there is none or somebody should see the knee first. */
      room: z.object({ verdict: z.enum(['within', 'close', 'beyond']), sentences: z.array(z.string()) }).nullable(),
      /** What is missing for a budget. */
      noRoom: z.string().nullable(),
      /** Against the mean of the last four weeks; null where they hold no load. */
      week: z.object({ usualWeekKm: z.number(), share: z.number() }).nullable(),
      /** What the numbers go by and what is assumed. */
      assumptions: z.array(z.string()),
    }),
    /** The run as planned, for charts and map, in the shape of a recorded one. */
    track: runTrackSchema,
  })
  .meta({ id: 'PlanForecast' });

const CADENCE = 'has to be a number from -20 to 20';
const STEEPNESS = 'has to be a number from 1 to 45';

/** How the route is to be run; what is left out stays as the runner's habit has it. */
export const planQuerySchema = z.object({
  /** `yes` turns the route round. */
  reversed: z.enum(['yes', 'no'], 'has to be yes or no').optional(),
  /** Step rate changed by so many per cent. */
  cadencePct: z.coerce.number(CADENCE).min(-20, CADENCE).max(20, CADENCE).optional(),
  /** Descents steeper than this are walked, per cent. */
  walkSteeperThanPct: z.coerce.number(STEEPNESS).min(1, STEEPNESS).max(45, STEEPNESS).optional(),
});

const NAME = `has to be a text of 1 to ${LONGEST_PLAN_NAME} characters`;

/** What can be changed about a plan. */
export const planChangeSchema = z
  .object({ name: z.string(NAME).trim().min(1, NAME).max(LONGEST_PLAN_NAME, NAME) })
  .strict()
  .meta({ id: 'PlanChange' });

/** See the head of this file. */
export const PLAN_OPERATIONS = {
  listPlans: operation({
    method: 'get',
    path: '/api/plans',
    summary: 'Planned routes, the latest first.',
    params: noParams,
    body: none,
    status: 200,
    answer: planListSchema,
  }),
  createPlan: operation({
    method: 'post',
    path: '/api/plans',
    summary: 'Keeps a planned route.',
    description:
      'One file: GPX with a track or route, a TCX or FIT course, or a recorded run. Times are not needed. A file without a route is refused with a type of its own, such as /problems/only-waypoints. The same file twice is one plan.',
    params: noParams,
    body: none,
    takesFiles: true,
    status: 201,
    answer: planSchema,
  }),
  getPlan: operation({
    method: 'get',
    path: '/api/plans/:id',
    summary: 'What a planned route would ask of the knees, at the pace and cadence of the recent runs.',
    params: runParams,
    query: planQuerySchema,
    body: none,
    status: 200,
    answer: planForecastSchema,
  }),
  getPlanOriginal: operation({
    method: 'get',
    path: '/api/plans/:id/original',
    summary: 'The file as it was uploaded.',
    params: runParams,
    body: none,
    status: 200,
    answer: z.string(),
    mediaType: 'application/octet-stream',
  }),
  changePlan: operation({
    method: 'patch',
    path: '/api/plans/:id',
    summary: 'Gives a plan another name.',
    params: runParams,
    body: planChangeSchema,
    status: 200,
    answer: planSchema,
  }),
  deletePlan: operation({
    method: 'delete',
    path: '/api/plans/:id',
    summary: 'Deletes a plan, which can come back for 30 days.',
    params: runParams,
    body: none,
    status: 204,
    answer: none,
  }),
  restorePlan: operation({
    method: 'post',
    path: '/api/plans/:id/restore',
    summary: 'Brings a deleted plan back.',
    params: runParams,
    body: none,
    status: 204,
    answer: none,
  }),
} as const;

export type Plan = z.infer<typeof planSchema>;
export type PlanList = z.infer<typeof planListSchema>;
export type PlanForecastAnswer = z.infer<typeof planForecastSchema>;
export type PlanQuery = z.infer<typeof planQuerySchema>;
