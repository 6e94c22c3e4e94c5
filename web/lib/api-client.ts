import type { Problem } from '#contract/problem';

/** An answer that was not a success, with the server's own words (RFC 9457) where it sent them. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
  }
}

const UNREACHABLE = 'Kneewise did not answer. Is it still running on this machine?';

const BROKEN_OFF = 'The download broke off. Try again; if it happens once more, the log of the server may tell why.';

async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = `The server answered ${response.status} without saying why.`;
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const problem: Partial<Problem> = isProblem ? ((await response.json().catch(() => ({}))) as Partial<Problem>) : {};
  return new ApiProblem(response.status, problem.title ?? 'That did not work', problem.detail ?? fallback);
}

async function answerOf(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(() => null);
  if (!response) throw new ApiProblem(0, 'No answer', UNREACHABLE);
  // The session has ended, or the server has got a password since.
  if (response.status === 401) location.assign('/login');
  if (!response.ok) throw await problemOf(response);
  return response;
}

const request = (path: string, init: RequestInit): Promise<Response> => answerOf(fetch(path, init));

/**
 * Reads one resource of the own server.
 *
 * @param path - starts with `/api/`
 * @throws ApiProblem with status 0 when the server cannot be reached, else with the server's status and words.
 */
export async function getJson<T>(path: string): Promise<T> {
  const response = await request(path, { headers: { accept: 'application/json' } });
  return (await response.json()) as T;
}

/**
 * Sends a change. A body that is `FormData` goes out as a form, a file as it is, any other as JSON.
 *
 * @returns the answer, or undefined when there is none (204).
 * @throws ApiProblem as {@link getJson}.
 */
export async function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const isRaw = body instanceof FormData || body instanceof Blob;
  const init: RequestInit = { method };
  if (body !== undefined) init.body = isRaw ? body : JSON.stringify(body);
  if (body !== undefined && !isRaw) init.headers = { 'content-type': 'application/json' };
  const response = await request(path, init);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/**
 * Asks for a file that the server makes of what is sent.
 *
 * @returns its bytes, which a browser keeps on disk when they are many, and the name that the server gave it
 * @throws ApiProblem as {@link getJson}.
 */
export async function fetchFile(path: string, body: unknown): Promise<{ readonly blob: Blob; readonly name: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await request(path, { method: 'POST', body: JSON.stringify(body), headers });
  const [, name = 'kneewise'] = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const blob = await response.blob().catch(() => null);
  if (!blob) throw new ApiProblem(0, 'Broken off', BROKEN_OFF);
  return { blob, name };
}

/**
 * Sends a form and tells how much of it has gone out, which `fetch` cannot.
 *
 * @param onSent - gets the share that has left this browser, 0 to 1
 * @throws ApiProblem as {@link getJson}.
 */
export async function upload<T>(path: string, form: FormData, onSent: (share: number) => void): Promise<T> {
  const answered = new Promise<Response>((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent(loaded / total);
    });
    sending.addEventListener('load', () => {
      const type = sending.getResponseHeader('content-type') ?? '';
      resolve(new Response(sending.responseText, { status: sending.status, headers: { 'content-type': type } }));
    });
    sending.addEventListener('error', () => reject(new Error(UNREACHABLE)));
    sending.open('POST', path);
    sending.send(form);
  });
  return (await (await answerOf(answered)).json()) as T;
}
