/** How fast an import goes and how long it has to go, from what somebody who watches has seen of it. */

/** What was done at a moment. */
interface Seen {
  readonly atMs: number;
  readonly done: number;
}

/** How far back is looked, milliseconds: long enough to be steady, short enough to notice a change. Assumption. */
const WINDOW_MS = 20_000;
/** Shortest time that a pace is told from, milliseconds. */
const LEAST_MS = 1000;

/** See the head of this file. Keeps little: only imports that are watched while they run. */
export class Pace {
  readonly #now: () => number;
  readonly #seen = new Map<string, Seen[]>();

  /** @param now Milliseconds since 1970, UTC. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns files a second and seconds left; null while it cannot be told. */
  tell(id: string, done: number, all: number): { filesPerSecond: number; secondsLeft: number } | null {
    const now = { atMs: this.#now(), done };
    const seen = [...(this.#seen.get(id) ?? []), now].filter(({ atMs }) => atMs >= now.atMs - WINDOW_MS);
    this.#seen.set(id, seen);
    if (done >= all) this.#seen.delete(id);
    const first = seen[0] ?? now;
    const ms = now.atMs - first.atMs;
    if (ms < LEAST_MS || done <= first.done) return null;
    const filesPerSecond = ((done - first.done) * 1000) / ms;
    return { filesPerSecond, secondsLeft: (all - done) / filesPerSecond };
  }
}
