/** Speaks to the API as the contract says it, and throws when an answer is not as the contract says. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Import } from '../../server/contract/imports.ts';
import { OPERATIONS, type OperationId } from '../../server/contract/operations.ts';
import { type Problem, problemSchema } from '../../server/contract/problem.ts';

type Params = Readonly<Record<string, string | number>>;
type Answer<K extends OperationId> = z.output<(typeof OPERATIONS)[K]['answer']>;

/** A file to upload. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** See the head of this file. */
export class ApiClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The bare response of an operation. */
  send(id: OperationId, params: Params = {}, body?: unknown): Promise<Response> {
    const { method, path } = OPERATIONS[id];
    const filled = path.replace(/:(\w+)/g, (_, name: string) => String(params[name]));
    const isForm = body instanceof FormData;
    return fetch(this.#url + filled, {
      method: method.toUpperCase(),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      headers: body === undefined || isForm ? {} : { 'content-type': 'application/json' },
    });
  }

  /** The answer of an operation that succeeds: status and every field as the contract has them, none besides. */
  async call<K extends OperationId>(id: K, params: Params = {}, body?: unknown): Promise<Answer<K>> {
    const response = await this.send(id, params, body);
    const text = await response.text();
    expect(response.status, text).toBe(OPERATIONS[id].status);
    if (response.status === 204) return undefined as Answer<K>;
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const json: unknown = JSON.parse(text);
    const parsed: unknown = OPERATIONS[id].answer.parse(json);
    expect(parsed).toEqual(json);
    return parsed as Answer<K>;
  }

  /** The problem of an operation that fails. */
  async fail(id: OperationId, params: Params = {}, body?: unknown): Promise<Problem> {
    return readProblem(await this.send(id, params, body));
  }

  /** Uploads files. @returns The id of the import. */
  async upload(...files: readonly Upload[]): Promise<string> {
    return (await this.call('createImport', {}, formOf(files))).id;
  }

  /** Uploads files and waits until the import is done. */
  async import(...files: readonly Upload[]): Promise<Import> {
    return this.done(await this.upload(...files));
  }

  /** Waits until an import is done. */
  async done(id: string): Promise<Import> {
    return until(
      () => this.call('getImport', { id }),
      (state) => state.state === 'done',
    );
  }

  /** Waits until no sums are being worked out. */
  async settled(): Promise<void> {
    await until(
      () => this.call('listRuns'),
      (list) => list.updating === 0,
    );
  }

  /** The events of an import as they come, until the stream ends. */
  async *events(id: string): AsyncGenerator<Import> {
    const response = await this.send('watchImport', { id });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += new TextDecoder().decode(chunk);
      const parts = rest.split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^event: import\ndata: (.*)$/.exec(part)?.[1];
        if (data !== undefined) yield OPERATIONS.getImport.answer.parse(JSON.parse(data));
      }
    }
  }
}

/** A multipart body with the field `files`. */
export function formOf(files: readonly Upload[]): FormData {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('files', new Blob([bytes.slice()]), name);
  return form;
}

/** Reads a problem and checks its shape. */
export async function readProblem(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

/** Asks again and again until the answer is as wanted; gives up after a minute. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const endsAt = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > endsAt) throw new Error(`not so after a minute: ${JSON.stringify(answer).slice(0, 500)}`);
    await wait(25);
  }
}
