/**
 * Asks an online map for what is missing, one question at a time with a pause between; after a failure it rests, longer
 * each time, and tries again. Knows nothing of what is asked for or how.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '#core';
import { logFailure } from '../log.ts';
import type { AskFailure } from '../maps/ask-overpass.ts';
import { type Cell, cellName } from '../maps/cells.ts';

/** Waits of the fetcher, milliseconds. */
export interface FetcherWaits {
  /** Between two questions. */
  readonly pauseMs: number;
  /** After a first failure; each further one in a row doubles it, up to the longest. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

/** Assumption: far below what operators of public services ask for (some ten thousand questions a day). */
export const POLITE: FetcherWaits = { pauseMs: 10_000, restMs: 60_000, longestRestMs: 3_600_000 };

/** A service that asks for more than this is asked again all the same, milliseconds: a day. */
const MOST_REST_MS = 86_400_000;

/** What the fetcher works with. */
export interface FetcherParts {
  /** What is missing, what matters most first; empty while nobody may be asked. */
  readonly missing: () => Promise<readonly Cell[]>;
  /** Asks for one and keeps the answer. */
  readonly fetch: (cell: Cell, signal: AbortSignal) => Promise<Result<null, AskFailure>>;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly waits?: FetcherWaits;
}

/** Why nothing comes at the moment. */
export interface FetchTrouble {
  /** A sentence for the runner. */
  readonly reason: string;
  /** Milliseconds since 1970, UTC; null where trying again cannot help. */
  readonly triedAgainAtMs: number | null;
}

/** See the head of this file. */
export class MapFetcher {
  readonly #parts: FetcherParts;
  readonly #waits: FetcherWaits;
  /** How often a cell has failed, by name: one that fails again and again must not stand in the way of the others. */
  readonly #failures = new Map<string, number>();
  readonly #givenUp = new Set<string>();
  #lane: Promise<void> | null = null;
  #stopping = new AbortController();
  #trouble: FetchTrouble | null = null;
  #lasting: FetchTrouble | null = null;
  #wanted = false;

  constructor(parts: FetcherParts) {
    this.#parts = parts;
    this.#waits = parts.waits ?? POLITE;
  }

  /** Why nothing comes at the moment; null when all is well. */
  get trouble(): FetchTrouble | null {
    return this.#trouble ?? this.#lasting;
  }

  /** Looks for what is missing, unless it is at it or resting; call after any change. */
  wake(): void {
    this.#wanted = true;
    if (this.#lane) return;
    const { signal } = this.#stopping;
    this.#lane = this.#work(signal)
      .catch((error: unknown) => {
        if (!signal.aborted) logFailure('the online map', error);
      })
      .finally(() => {
        this.#lane = null;
        if (this.#wanted && !signal.aborted) this.wake();
      });
  }

  /** Breaks off the question and the rest under way, and asks no more until it is woken again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#lane;
    this.#stopping = new AbortController();
    this.#trouble = null;
    this.#lasting = null;
    this.#failures.clear();
    this.#givenUp.clear();
  }

  async #work(signal: AbortSignal): Promise<void> {
    let failuresInARow = 0;
    while (this.#wanted) {
      this.#wanted = false;
      for (let cell = await this.#next(); cell && !signal.aborted; cell = await this.#next()) {
        const outcome = await this.#parts.fetch(cell, signal);
        if (signal.aborted) return;
        failuresInARow = outcome.ok ? 0 : failuresInARow + 1;
        await wait(this.#note(cell, outcome, failuresInARow), undefined, { signal });
      }
    }
    this.#trouble = null;
  }

  async #next(): Promise<Cell | undefined> {
    const cells = (await this.#parts.missing()).filter((cell) => !this.#givenUp.has(cellName(cell)));
    const failures = (cell: Cell): number => this.#failures.get(cellName(cell)) ?? 0;
    return cells.toSorted((a, b) => failures(a) - failures(b))[0];
  }

  /** @returns how long to wait now, milliseconds */
  #note(cell: Cell, outcome: Result<null, AskFailure>, failuresInARow: number): number {
    const { pauseMs, restMs, longestRestMs } = this.#waits;
    if (outcome.ok) {
      this.#trouble = null;
      return pauseMs;
    }
    const { reason, restMs: askedMs, isFinal } = outcome.error;
    const name = cellName(cell);
    this.#failures.set(name, (this.#failures.get(name) ?? 0) + 1);
    if (isFinal) {
      this.#givenUp.add(name);
      this.#lasting = { reason, triedAgainAtMs: null };
      return pauseMs;
    }
    const ownMs = Math.min(longestRestMs, restMs * 2 ** (failuresInARow - 1));
    const waitMs = Math.max(ownMs, Math.min(askedMs ?? 0, MOST_REST_MS));
    this.#trouble = { reason, triedAgainAtMs: this.#parts.now() + waitMs };
    return waitMs;
  }
}
