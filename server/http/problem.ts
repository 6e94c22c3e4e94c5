/** Every error answer: RFC 9457 problem details, and nothing that leaks. */
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { MulterError } from 'multer';
import { z } from 'zod';
import { explainInvalid } from '#contract/explain-invalid';
import type { Problem } from '#contract/problem';
import { logFailure } from '../log.ts';
import { troubleOf } from '../storage-trouble.ts';

/** A request that cannot be answered as asked, for a reason that the asker can understand. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly problem: Problem;

  /**
   * @param status HTTP status, 4xx or 5xx.
   * @param kind Last part of the stable `type`.
   * @param title The kind in a few words.
   * @param detail What is wrong here and what to do.
   */
  constructor(status: number, kind: string, title: string, detail: string) {
    super(detail);
    this.problem = { type: `/problems/${kind}`, title, status, detail };
  }
}

/** 404 for a thing that is not here. */
export const notFound = (
  noun: 'run' | 'import' | 'import-file' | 'pain-entry' | 'map' | 'plan' | 'terrain-tile',
  id: string | number,
): HttpProblem =>
  new HttpProblem(
    404,
    `${noun}-not-found`,
    'Not found',
    `There is no ${noun.replace('-', ' ')} ${id}. It may have been deleted.`,
  );

const MULTER_WORDS: Partial<Record<MulterError['code'], string>> = {
  LIMIT_FILE_COUNT: 'These are too many files for one upload. Give them in several.',
  LIMIT_FILE_SIZE: 'The upload is too large. Give the files in several smaller ones.',
  LIMIT_PART_COUNT: 'The upload has too many parts. Give the files in several smaller ones.',
};

/** 400 for an upload that is not made as it has to be. */
export const invalidUpload = (): HttpProblem =>
  new HttpProblem(
    400,
    'invalid-upload',
    'Invalid upload',
    'Send one or more watch files (FIT, GPX or TCX) as multipart/form-data, each as a file in the field "files", and no other fields.',
  );

function fromMulter(error: MulterError): HttpProblem {
  const words = MULTER_WORDS[error.code];
  if (words) return new HttpProblem(413, 'upload-too-large', 'Upload too large', words);
  return invalidUpload();
}

/** 400 for something sent that cannot be taken as it is. @param words A sentence without its full stop. */
export const invalidRequest = (words: string): HttpProblem =>
  new HttpProblem(400, 'invalid-request', 'Invalid request', `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);

/** Errors of Express's own parts carry a status and say whether their message may be shown. */
const expressErrorSchema = z.object({
  status: z.number().int().min(400).max(499),
  message: z.string(),
  type: z.string().optional(),
});

/** In place of messages that speak of parsers. */
const BODY_WORDS: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body of the request is not JSON; send a JSON object.',
  'entity.too.large': 'The body of the request is too large; nothing that is sent here needs more than 100 kB.',
};

/** Statuses of troubles with disk and database. */
const TROUBLE_STATUS = { 'disk-full': 507, 'read-only': 507, 'database-damaged': 500, 'database-locked': 503 } as const;

function fromUnknown(error: unknown): HttpProblem {
  const known = expressErrorSchema.safeParse(error);
  if (known.success) {
    const { status, message, type = '' } = known.data;
    return new HttpProblem(status, 'invalid-request', 'Invalid request', BODY_WORDS[type] ?? message);
  }
  const id = randomUUID();
  logFailure(`error ${id}`, error);
  return new HttpProblem(
    500,
    'internal',
    'Internal error',
    `Kneewise failed on this; that is a fault of Kneewise. The log of the server tells more under ${id}.`,
  );
}

function problemFor(error: unknown): Problem {
  if (error instanceof HttpProblem) return error.problem;
  if (error instanceof MulterError) return fromMulter(error).problem;
  if (error instanceof z.ZodError) return invalidRequest(explainInvalid(error)).problem;
  const trouble = troubleOf(error);
  if (trouble) return new HttpProblem(TROUBLE_STATUS[trouble.kind], trouble.kind, trouble.title, trouble.words).problem;
  return fromUnknown(error).problem;
}

/** Last in the chain: turns whatever was thrown into a problem. */
export const answerProblems: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const problem = problemFor(error);
  response.status(problem.status).type('application/problem+json');
  response.send(JSON.stringify({ ...problem, instance: request.path } satisfies Problem));
};

/** For addresses under /api that nobody answers. */
export const answerNoSuchRoute: RequestHandler = (request) => {
  throw new HttpProblem(
    404,
    'no-such-route',
    'Not found',
    `${request.method} ${request.baseUrl}${request.path} is not part of this API; see /api/openapi.json.`,
  );
};
