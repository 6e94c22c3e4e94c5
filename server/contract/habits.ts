import { z } from 'zod';

/** Why to be seen by somebody, before and in place of training advice; null when nothing alarming was written down. */
export const redFlagSchema = z.object({ urgent: z.boolean(), text: z.string() }).nullable();

const reachSchema = z.object({ descentM: z.number(), distanceM: z.number() });

/** How far the next run can go before it stands out from the month before it. */
export const nextRunSchema = z
  .object({
    redFlag: redFlagSchema,
    /** What is missing for a budget, in plain words; null when there is one. */
    missing: z.string().nullable(),
    budget: z
      .object({
        /** Metres on level ground. */
        flatM: z.number(),
        /** With as much descent as the month's hilliest run; null when that is not known or under 50 m. */
        hilly: reachSchema.nullable(),
        /** How far with so much descent, in steps of 50 m. */
        overDescent: z.array(reachSchema),
        /** Metres of descent beyond which a run would hold a third more than any of the month; null while not known. */
        newDescentM: z.number().nullable(),
        /** Longest run of the 30 days. */
        longestM: z.number(),
        /** Highest knee load of a run of the 30 days, flat-easy km; null while none was reviewed. */
        highestKm: z.number().nullable(),
        /** No further than this on any ground. */
        mostDistanceM: z.number(),
        /** No more knee load than this, flat-easy km; null while none was reviewed. */
        mostLoadKm: z.number().nullable(),
        /** What ends it first on level ground. */
        limit: z.enum(['longest-run', 'knee-load']),
        sentence: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'NextRun' });

/** What pain tends to follow in this runner's own log; empty while too few runs have a note on the time after them. */
export const painPatternsSchema = z
  .object({
    notedRuns: z.number().int(),
    neededRuns: z.number().int(),
    patterns: z.array(
      z.object({
        measure: z.enum(['distance', 'descent', 'moving-time']),
        isClear: z.boolean(),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'PainPatterns' });

const certainty = z.enum(['high', 'moderate', 'low', 'very low']);

/** What a piece of advice stands on: sources by name, or an assumption. */
const groundsSchema = z.object({
  certainty: certainty.nullable(),
  sources: z.array(z.object({ key: z.string(), name: z.string() })),
  assumption: z.string().nullable(),
});

const statementShape = {
  id: z.string(),
  title: z.string(),
  studiesFound: z.string(),
  grounds: groundsSchema,
};

/** Advice chosen for this runner, and the article with what studies found. */
export const careSchema = z
  .object({
    redFlag: redFlagSchema,
    /** Whether knee pain was noted within 14 days. */
    isSore: z.boolean(),
    /** Runs of the last four weeks that the effects were worked out on. */
    runs: z.number().int(),
    /** The most useful first; empty with a red flag. */
    advice: z.array(
      z.object({
        ...statementShape,
        text: z.string(),
        articleSays: z.string().nullable(),
        /** Flat-easy km of those runs together; seconds longer (+) or shorter (-). */
        effect: z.object({ beforeKm: z.number(), afterKm: z.number(), timeS: z.number() }).nullable(),
        /** Why there is none; null beside an effect. */
        noEffect: z.string().nullable(),
        tradeOff: z.string().nullable(),
      }),
    ),
    topics: z.array(
      z.object({
        id: z.enum(['causes', 'kinds', 'treatment', 'stretches', 'prevention']),
        title: z.string(),
        statements: z.array(
          z.object({
            ...statementShape,
            /** What to do; null for a statement that asks nothing. */
            text: z.string().nullable(),
            articleSays: z.string(),
            timer: z.object({ holdS: z.number(), repeats: z.number().int() }).nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Care' });

export type NextRun = z.infer<typeof nextRunSchema>;
export type PainPatterns = z.infer<typeof painPatternsSchema>;
export type Care = z.infer<typeof careSchema>;
export type Grounds = z.infer<typeof groundsSchema>;
export type RedFlagAnswer = z.infer<typeof redFlagSchema>;
