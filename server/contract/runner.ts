import { z } from 'zod';
import { redFlagSchema } from './habits.ts';

/** A number with the words that tell what it has to be. */
function between(low: number, high: number, unit: string) {
  const words = `has to be ${unit}, between ${low} and ${high}`;
  return z.number(words).min(low, words).max(high, words);
}

const date = z.iso.date('has to be a date such as 2026-03-31');
const dateOrUnknown = date.nullable().default(null);

const yesOrNo = z.boolean('has to be true or false').nullable().default(null);

const TIME_ZONE = 'has to be a time zone such as Europe/Vienna';
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the runner tells about themselves; every field optional, null means not told. */
export const profileSchema = z
  .object({
    heightM: between(1, 2.5, 'in metres').nullable().default(null),
    bodyMassKg: between(25, 300, 'in kilograms').nullable().default(null),
    runningYears: between(0, 100, 'in years').nullable().default(null),
    lastKneeInjury: dateOrUnknown,
    lastOtherInjury: dateOrUnknown,
    hasFlatFeet: yesOrNo,
    hasMisalignedJoints: yesOrNo,
    wearsArchSupports: yesOrNo,
    strengthDaysPerWeek: between(0, 7, 'a whole number of days')
      .int('has to be a whole number')
      .nullable()
      .default(null),
    units: z.enum(['km', 'mi'], 'has to be km or mi').default('km'),
    timeZone: z
      .string(TIME_ZONE)
      .refine(isTimeZone, TIME_ZONE)
      .nullable()
      .default(null)
      .describe('IANA name, such as Europe/Vienna, by which days and weeks go; null for that of the machine'),
  })
  .strict()
  .meta({ id: 'Profile' });

const SCORE = 'has to be a whole number between 0 and 10';
const score = z.number(SCORE).int(SCORE).min(0, SCORE).max(10, SCORE).nullable().default(null);

/** Longest note, characters. Assumption: more than a page. */
const LONGEST_NOTE = 2000;

const painFields = z
  .object({
    date,
    runId: z.string('has to be the id of a run').nullable().default(null),
    side: z.enum(['left', 'right'], 'has to be left or right'),
    place: z.enum(['front', 'outer', 'inner', 'back'], 'has to be front, outer, inner or back'),
    before: score,
    during: score,
    hourAfter: score,
    nextMorning: score,
    note: z
      .string('has to be text')
      .max(LONGEST_NOTE, `has to be at most ${LONGEST_NOTE} characters long`)
      .nullable()
      .default(null),
  })
  .strict();

const NO_SCORE =
  'a pain entry needs at least one score from 0 to 10, in before, during, hourAfter or nextMorning (0 means no pain)';

/** A pain entry as the runner gives it; an entry without a score says nothing. */
export const newPainEntrySchema = painFields
  .refine(
    ({ before, during, hourAfter, nextMorning }) =>
      [before, during, hourAfter, nextMorning].some((given) => given !== null),
    NO_SCORE,
  )
  .meta({ id: 'NewPainEntry' });

/** As stored; what an older version took without a score stays readable. */
export const painEntrySchema = painFields.extend({ id: z.number().int() }).meta({ id: 'PainEntry' });
export const painLogSchema = z
  .object({ entries: z.array(painEntrySchema), redFlag: redFlagSchema })
  .meta({ id: 'PainLog' });

export type RunnerProfile = z.infer<typeof profileSchema>;
export type NewPainEntry = z.infer<typeof newPainEntrySchema>;
export type PainLogAnswer = z.infer<typeof painLogSchema>;
export type StoredPainEntry = z.infer<typeof painEntrySchema>;
