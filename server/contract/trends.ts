import { z } from 'zod';

/** One calendar week, Monday to Sunday. Weeks without a run are present with zeros so that a chart shows the gap. */
export const weekSchema = z.object({
  /** ISO date of the Monday. */
  weekStart: z.iso.date(),
  runs: z.number().int(),
  distanceM: z.number(),
  movingTimeS: z.number(),
  descentM: z.number().nullable(),
  kneeLoadKm: z.object({ low: z.number(), mid: z.number(), high: z.number() }),
  /** While running, steps a minute; null when no run of the week has it. */
  runningCadenceSpm: z.number().nullable(),
  longestRunM: z.number(),
  /** Longest single run of the 30 days before the week's own longest run; null with no run then. */
  longestBefore30dM: z.number().nullable(),
  /** Way on each ground by how it is known; mapped and assumed ground are never one entry. */
  surfaces: z.array(z.object({ type: z.string(), certainty: z.string(), distanceM: z.number() })).readonly(),
});
export const weeksSchema = z.object({ weeks: z.array(weekSchema) }).meta({ id: 'WeekTrend' });

/** Cadence of one week at the runner's usual flat speed. */
export const cadenceWeekSchema = z.object({
  weekStart: z.iso.date(),
  /** Median, steps a minute, moved to the usual speed; null in a week without enough flat running with cadence. */
  cadenceSpm: z.number().nullable(),
  /** Quartiles of the same. */
  lowSpm: z.number().nullable(),
  highSpm: z.number().nullable(),
  /** Minutes of flat steady running behind it. */
  minutes: z.number(),
});
export const cadenceTrendSchema = z
  .object({
    /** The speed that the weeks are compared at, metres a second; null with too little data. */
    usualSpeedMps: z.number().nullable(),
    /** Cadence expected at that speed and height with the spread between runners; null as above. */
    expected: z.object({ lowSpm: z.number(), midSpm: z.number(), highSpm: z.number() }).nullable(),
    trend: z.enum(['rising', 'falling', 'no-clear-change', 'too-little-data']),
    /** A plain sentence that says so with its number. */
    sentence: z.string(),
    weeks: z.array(cadenceWeekSchema),
    /** Steps to another level that lasted three weeks or more, earliest first. */
    changes: z.array(z.object({ weekStart: z.iso.date(), changeSpm: z.number() })),
  })
  .meta({ id: 'CadenceTrend' });

export type Week = z.infer<typeof weekSchema>;
export type Weeks = z.infer<typeof weeksSchema>;
export type CadenceWeek = z.infer<typeof cadenceWeekSchema>;
export type CadenceTrend = z.infer<typeof cadenceTrendSchema>;
