import { z } from 'zod';

/** Most files of one upload. Assumption: more than ten years of runs. */
export const MOST_FILES_A_REQUEST = 10_000;

/**
 * `queued` → `working` → one of the others: a new run (`imported`), bytes that are here already (`duplicate`), another
 * recording of a run that is here (`same-run`), another sport (`not-a-run`), no recording of an activity at all
 * (`not-an-activity`), left out because the import was cancelled, or `failed`: unreadable.
 */
export const importFileStateSchema = z.enum([
  'queued',
  'working',
  'imported',
  'duplicate',
  'same-run',
  'not-a-run',
  'not-an-activity',
  'cancelled',
  'failed',
]);

export const importFileSchema = z.object({
  id: z.number().int(),
  /** Its name; within an archive its path there. */
  name: z.string(),
  bytes: z.number().int(),
  state: importFileStateSchema,
  /** Why, as a code; null for a plain new run or duplicate. */
  code: z.string().nullable(),
  /** Why it was refused and what to do, or which run it matched; null while there is nothing to say. */
  reason: z.string().nullable(),
  /** The run; the first one where the file holds several. */
  runId: z.string().nullable(),
  /** True where a refused recording can be read as a run if the runner says that it was one. */
  mayBeRun: z.boolean(),
});

const importCoreSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  origin: z.enum(['files', 'sample', 'command', 'watch']),
  state: z.enum(['working', 'done']),
  /** The archives and folders that were given; empty where single files were. */
  sources: z.array(z.string()),
  /** Files that are expected; about, while archives are still being opened. */
  expected: z.number().int(),
  counts: z.record(importFileStateSchema, z.number().int()),
  /** Why it does not go on at the moment, such as a full disk; null when it does. */
  stalled: z.string().nullable(),
  /** Files a second over the last while and seconds that are left; null while nobody can tell. */
  pace: z.object({ filesPerSecond: z.number(), secondsLeft: z.number() }).nullable(),
  /** Runs that it brought and that are not in the trash: those that undoing it puts there. */
  runs: z.number().int(),
  /** When the import was last undone; null when it was not. */
  undoneAt: z.iso.datetime().nullable(),
});

/**
 * One drop of files; the same shape comes over the event stream (`event: import`). Of a large drop `files` holds those
 * that matter first: what was refused, what is under way, what came last. All of them are in the list of the import.
 */
export const importSchema = importCoreSchema.extend({ files: z.array(importFileSchema) }).meta({ id: 'Import' });

/** All imports, the latest first. */
export const importListSchema = z.object({ imports: z.array(importCoreSchema) }).meta({ id: 'ImportList' });

/** Every file of an import, in the order given. */
export const importFileListSchema = z.object({ files: z.array(importFileSchema) }).meta({ id: 'ImportFileList' });

/** What undoing an import came to. */
export const importUndoneSchema = z.object({ runs: z.number().int() }).meta({ id: 'ImportUndone' });

export const importAcceptedSchema = z.object({ id: z.string() }).meta({ id: 'ImportAccepted' });

export type Import = z.infer<typeof importSchema>;
export type ImportCore = z.infer<typeof importCoreSchema>;
export type ImportList = z.infer<typeof importListSchema>;
export type ImportFile = z.infer<typeof importFileSchema>;
export type ImportFileState = z.infer<typeof importFileStateSchema>;
