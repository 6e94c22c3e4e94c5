import { z } from 'zod';

/** Copies of the database that Kneewise has made, the latest first. */
export const backupListSchema = z
  .object({ backups: z.array(z.object({ name: z.string(), madeAt: z.iso.datetime(), bytes: z.number().int() })) })
  .meta({ id: 'BackupList' });

/** What a restore brought. */
export const restoredSchema = z
  .object({ runs: z.number().int(), painEntries: z.number().int() })
  .meta({ id: 'Restored' });

/** A folder that new files are taken from by themselves. */
export const watchFolderSchema = z
  .object({ path: z.string().max(4096, 'has to be at most 4096 characters long').nullable() })
  .strict()
  .meta({ id: 'WatchFolder' });

/** The folder that is watched, who says so, and what is wrong with it. */
export const watchStateSchema = z
  .object({
    path: z.string().nullable(),
    /** `environment`: KNEEWISE_WATCH says so, and the page cannot change it. */
    setBy: z.enum(['environment', 'page']).nullable(),
    /** Why nothing is taken; null when all is well. */
    problem: z.string().nullable(),
  })
  .meta({ id: 'WatchState' });

export type BackupList = z.infer<typeof backupListSchema>;
export type Restored = z.infer<typeof restoredSchema>;
export type WatchState = z.infer<typeof watchStateSchema>;
