import { z } from 'zod';
import { runIdSchema } from './operation.ts';

const rangeSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() });

/** A run as the list shows it. */
export const runSummarySchema = z
  .object({
    id: z.string(),
    sha256: z.string(),
    fileName: z.string(),
    startedAt: z.iso.datetime(),
    subSport: z.string().nullable(),
    format: z.enum(['fit', 'gpx', 'tcx']),
    device: z.string().nullable(),
    distanceM: z.number(),
    movingTimeS: z.number(),
    ascentM: z.number().nullable(),
    descentM: z.number().nullable(),
    runningCadenceSpm: z.number().nullable(),
    kneeLoadKm: rangeSchema,
    /** Most severe finding of the run's report. */
    severity: z.enum(['none', 'info', 'moderate', 'high']),
    /** Titles of the findings above `none`, most severe first. */
    /** What the runner called it and the shoes, from an account export; null where unknown. */
    title: z.string().nullable(),
    gear: z.string().nullable(),
    /** Class of ground under most of the way; null where most of it is not known. */
    ground: z.string().nullable(),
    flags: z.array(z.object({ id: z.string(), title: z.string(), severity: z.enum(['info', 'moderate', 'high']) })),
  })
  .meta({ id: 'RunSummary' });

/** One run with what the runner wrote of it, from an account export; null where unknown. */
export const runDetailSchema = runSummarySchema
  .extend({ description: z.string().nullable() })
  .meta({ id: 'RunDetail' });

/** Reviewed runs, the latest first. */
export const runListSchema = z
  .object({
    runs: z.array(runSummarySchema),
    /** Runs whose load and flags are being worked out again after a change; ask again in a moment while above 0. */
    updating: z.number().int().nonnegative(),
  })
  .meta({ id: 'RunList' });

/** The recordings of one run; one of them leads: it stands for the run in lists and sums. */
export const recordingListSchema = z
  .object({
    recordings: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        format: z.enum(['fit', 'gpx', 'tcx']),
        device: z.string().nullable(),
        leads: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RecordingList' });

/** Which recording is to lead; its own id lets a recording stand for itself. */
export const leaderSchema = z.object({ leaderId: runIdSchema }).strict().meta({ id: 'Leader' });

/** What a runner may say about a run: what its cadence counts; null lets the file decide. */
export const runChangeSchema = z
  .object({ cadenceUnit: z.enum(['strides', 'steps'], 'has to be strides, steps or null').nullable() })
  .strict()
  .meta({ id: 'RunChange' });

/** One kilometre or mile; the last is as long as what is left. */
const splitSchema = z.object({
  startM: z.number(),
  endM: z.number(),
  /** Without stops. */
  movingTimeS: z.number(),
  ascentM: z.number().nullable(),
  descentM: z.number().nullable(),
  cadenceSpm: z.number().nullable(),
  kneeLoadKm: z.number(),
});

/**
 * The run's columns for charts and map, NaN as null, all of one length (at most about 4,000 points, thinned evenly by
 * index where the recording is longer), and its splits.
 */
export const runTrackSchema = z
  .object({
    timeS: z.array(z.number()),
    distanceM: z.array(z.number()),
    altitudeM: z.array(z.number().nullable()),
    gradePct: z.array(z.number().nullable()),
    speedMps: z.array(z.number().nullable()),
    cadenceSpm: z.array(z.number().nullable()),
    /** Expected cadence at that speed and height, steps a minute. */
    expectedCadenceSpm: z.array(z.number().nullable()),
    heartRateBpm: z.array(z.number().nullable()),
    /** Flat-easy km of knee load a km run, at this point (1 = as flat easy running). */
    kneeLoadPerKm: z.array(z.number().nullable()),
    latDeg: z.array(z.number().nullable()),
    lonDeg: z.array(z.number().nullable()),
    gait: z.array(z.enum(['stand', 'walk', 'run', 'pause'])),
    /** From every sample, not from the thinned ones. */
    splits: z.object({ km: z.array(splitSchema), mi: z.array(splitSchema) }),
  })
  .meta({ id: 'RunTrack' });

/**
 * What the load model goes by, sample by sample and not thinned, so that the page can work out a changed run with the same
 * result as the server. Interval `i` runs from sample `i` to the next; NaN as null.
 */
export const loadInputSchema = z
  .object({
    durationS: z.array(z.number()),
    distanceM: z.array(z.number()),
    speedMps: z.array(z.number().nullable()),
    gradePct: z.array(z.number().nullable()),
    gradeErrorPct: z.array(z.number().nullable()),
    cadenceSpm: z.array(z.number().nullable()),
    /** Codes as the library numbers them. */
    gait: z.array(z.number().int()),
    surface: z.array(z.number().int()),
    gradeWindowM: z.number().nullable(),
    cadenceReading: z.object({ unit: z.enum(['strides', 'steps']), certain: z.boolean() }).nullable(),
    runner: z.object({
      heightM: z.number().nullable(),
      ownLine: z
        .object({ interceptSpm: z.number(), slopeSpmPerMps: z.number(), runs: z.number(), minutes: z.number() })
        .nullable(),
    }),
  })
  .meta({ id: 'LoadInput' });

export type RunDetail = z.infer<typeof runDetailSchema>;
export type RunSummary = z.infer<typeof runSummarySchema>;
export type RunChange = z.infer<typeof runChangeSchema>;
export type RunList = z.infer<typeof runListSchema>;
export type RecordingList = z.infer<typeof recordingListSchema>;
export type RunTrack = z.infer<typeof runTrackSchema>;
export type RunSplit = z.infer<typeof splitSchema>;
export type LoadInput = z.infer<typeof loadInputSchema>;
