/** One question to an Overpass-compatible service over the net, its answer kept in a file. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type BoxE7, ENGINE_VERSION, err, ok, type Result } from '#core';
import { troubleOf } from '../storage-trouble.ts';
import { overpassQuery } from './overpass.ts';

/** Longest wait for a whole answer, milliseconds. Assumption: half as long again as the service may work on it. */
const ANSWER_TIMEOUT_MS = 90_000;
/** Largest answer that is taken, bytes unpacked. Assumption: five times the densest city. */
const MOST_ANSWER_BYTES = 128 * 2 ** 20;

/** Why there is no answer. */
export interface AskFailure {
  /** A sentence for the runner. */
  readonly reason: string;
  /** How long the service asks to be left alone, milliseconds; null when it does not say. */
  readonly restMs: number | null;
  /** True when asking again cannot help. */
  readonly isFinal: boolean;
}

/** How a question is asked. */
export interface Asked {
  /** The runner's own choice: `http` or `https`. */
  readonly address: string;
  readonly box: BoxE7;
  /** File that the answer goes to. */
  readonly to: string;
  /** Ends the question early. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
}

class TooLargeError extends Error {}

const failed = (reason: string, restMs: number | null = null, isFinal = false): Result<null, AskFailure> =>
  err({ reason, restMs, isFinal });

/** `Retry-After` as milliseconds from now: seconds, or a date. */
function restOf(response: Response): number | null {
  const told = response.headers.get('retry-after');
  if (told === null) return null;
  const ms = /^\d+$/.test(told.trim()) ? Number(told) * 1000 : Date.parse(told) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function whyRefused(response: Response): Result<null, AskFailure> {
  const { status } = response;
  if (status >= 300 && status < 400)
    return failed(
      'The service sends on to another address, which Kneewise does not follow. Give the address that it leads to.',
    );
  if (status === 429) return failed('The service asks for a pause.', restOf(response));
  if (status >= 500) return failed(`The service is busy or out of order (${status}).`, restOf(response));
  return failed(`The service refuses the question (${status}). Is this the address of an Overpass-compatible one?`);
}

function whyBroken(error: unknown, timeoutMs: number): Result<null, AskFailure> {
  if (error instanceof TooLargeError)
    return failed('An answer of the service is too large to be taken. A map of the region helps there.', null, true);
  if (error instanceof Error && error.name === 'TimeoutError')
    return failed(`The service did not answer within ${Math.round(timeoutMs / 1000)} s.`);
  const trouble = troubleOf(error);
  return failed(trouble ? trouble.words : 'The service cannot be reached, or broke off its answer.');
}

/**
 * Asks for the ways in a box. All that the service is told is in the question: the box, and the name of this program.
 * Follows no redirect. What comes may be cut short or nonsense; who reads it has to look.
 */
export async function askOverpass({ address, box, to, signal, ...limits }: Asked): Promise<Result<null, AskFailure>> {
  const { timeoutMs = ANSWER_TIMEOUT_MS, mostBytes = MOST_ANSWER_BYTES } = limits;
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new TooLargeError();
      yield chunk;
    }
  };
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ data: overpassQuery(box) }),
      headers: { 'user-agent': `Kneewise/${ENGINE_VERSION}` },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return whyRefused(response);
    }
    await pipeline(counted(response.body), createWriteStream(to));
    return ok(null);
  } catch (error) {
    return whyBroken(error, timeoutMs);
  }
}
