import { z } from 'zod';

/** `queued` → `working` → one of the last four. */
export const importFileStateSchema = z.enum(['queued', 'working', 'imported', 'duplicate', 'not-a-run', 'failed']);

export const importFileSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  bytes: z.number().int(),
  state: importFileStateSchema,
  /** Error code of the refusal; null unless `not-a-run` or `failed`. */
  code: z.string().nullable(),
  /** Why it was refused and what to do, or which run it matched; null while there is nothing to say. */
  reason: z.string().nullable(),
  /** The run; the first one where the file holds several. */
  runId: z.string().nullable(),
  /** True where a refused recording can be read as a run if the runner says that it was one. */
  mayBeRun: z.boolean(),
});

/** One drop of files; the same shape comes over the event stream (`event: import`). */
export const importSchema = z
  .object({
    id: z.string(),
    createdAt: z.iso.datetime(),
    state: z.enum(['working', 'done']),
    counts: z.record(importFileStateSchema, z.number().int()),
    files: z.array(importFileSchema),
  })
  .meta({ id: 'Import' });

export const importAcceptedSchema = z.object({ id: z.string() }).meta({ id: 'ImportAccepted' });

export type Import = z.infer<typeof importSchema>;
export type ImportFile = z.infer<typeof importFileSchema>;
export type ImportFileState = z.infer<typeof importFileStateSchema>;
