/** Ties a handler to an operation: method, path, checked input and status come from the contract, never from the route. */
import type { Request, RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import type { Operation } from '#contract/operation';

/** What a handler is given. */
export interface Call<O extends Operation> {
  readonly params: z.output<O['params']>;
  readonly body: z.output<O['body']>;
  readonly request: Request;
  readonly response: Response;
}

/** Bytes of JSON that are ready to send. */
export type JsonBytes = Uint8Array;

/** What a handler gives back: the answer, JSON bytes, or nothing when it has answered by itself. */
type Given<O extends Operation> = z.input<O['answer']> | JsonBytes | undefined;

/**
 * @param before Middleware that runs ahead of the input check (file upload).
 * @param handle Short: asks a service and gives its answer back.
 */
export function bind<O extends Operation>(
  router: Router,
  operation: O,
  handle: (call: Call<O>) => Promise<Given<O>> | Given<O>,
  ...before: RequestHandler[]
): void {
  router[operation.method](operation.path, ...before, async (request, response) => {
    const params = operation.params.parse(request.params) as z.output<O['params']>;
    const body = operation.body.parse(operation.takesFiles ? undefined : request.body) as z.output<O['body']>;
    const answer = await handle({ params, body, request, response });
    if (response.headersSent) return;
    response.status(operation.status);
    if (operation.status === 204) response.end();
    else if (answer instanceof Uint8Array)
      response.type('json').send(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
    else response.json(answer);
  });
}
