/** What a route of the API is made of. */
import { z } from 'zod';

/** One route. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it: `/api/runs/:id`. */
  readonly path: string;
  readonly summary: string;
  /** What a caller has to know beside the summary. */
  readonly description?: string;
  readonly params: Params;
  /** What may stand behind the `?`; each name may be left out. */
  readonly query?: z.ZodObject;
  /** JSON body; `z.undefined()` where there is none. */
  readonly body: Body;
  /** True for `multipart/form-data` with many `files`. */
  readonly takesFiles?: true;
  /** True for a request whose body is one file as it is. */
  readonly takesBytes?: true;
  /** Status of a success. */
  readonly status: 200 | 201 | 202 | 204;
  /** What a success holds: JSON unless `mediaType` says otherwise. */
  readonly answer: Answer;
  readonly mediaType?: 'text/event-stream' | 'application/octet-stream' | 'text/csv' | 'text/html' | 'application/zip';
}

/** Keeps the types of a route's parts. */
export const operation = <P extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  described: Operation<P, B, A>,
): Operation<P, B, A> => described;

/** No body, or no answer. */
export const none = z.undefined();
/** No parameters. */
export const noParams = z.object({});
/** The id of a run. */
export const runIdSchema = z.string().regex(/^[0-9a-f]{16}$/, 'has to be 16 hex digits');
/** The same in a path. */
export const runParams = z.object({ id: runIdSchema });
