import { z } from 'zod';

/** What the runner tells about themselves; every field optional, null means not told. */
export const profileSchema = z
  .object({
    heightM: z.number().min(1).max(2.5).nullable().default(null),
    bodyMassKg: z.number().min(25).max(300).nullable().default(null),
    runningYears: z.number().min(0).max(100).nullable().default(null),
    lastKneeInjury: z.iso.date().nullable().default(null),
    lastOtherInjury: z.iso.date().nullable().default(null),
  })
  .strict()
  .meta({ id: 'Profile' });

const score = z.number().int().min(0).max(10).nullable().default(null);

/** A pain entry as the runner gives it. */
export const newPainEntrySchema = z
  .object({
    date: z.iso.date(),
    runId: z.string().nullable().default(null),
    side: z.enum(['left', 'right']),
    place: z.enum(['front', 'outer', 'inner', 'back']),
    before: score,
    during: score,
    hourAfter: score,
    nextMorning: score,
    note: z.string().max(2000).nullable().default(null),
  })
  .strict()
  .meta({ id: 'NewPainEntry' });

export const painEntrySchema = newPainEntrySchema.extend({ id: z.number().int() }).meta({ id: 'PainEntry' });
export const painLogSchema = z.object({ entries: z.array(painEntrySchema) }).meta({ id: 'PainLog' });

export type RunnerProfile = z.infer<typeof profileSchema>;
export type NewPainEntry = z.infer<typeof newPainEntrySchema>;
export type StoredPainEntry = z.infer<typeof painEntrySchema>;
