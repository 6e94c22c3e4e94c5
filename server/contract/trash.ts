import { z } from 'zod';

/** Deleted runs that can still come back, the latest first. */
export const trashListSchema = z
  .object({
    runs: z.array(
      z.object({
        id: z.string(),
        /** What the runner called it, else the name of its file. */
        name: z.string(),
        startedAt: z.iso.datetime(),
        distanceM: z.number(),
        deletedAt: z.iso.datetime(),
        /** When it is deleted for good. */
        goneAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'TrashList' });

export type TrashList = z.infer<typeof trashListSchema>;
