/** Where the knee hurts, in the words of the article. */
export type KneePlace = 'front' | 'outer' | 'inner' | 'back';

/** One entry of the pain log. Scores are 0 (none) to 10 (worst imaginable); null means not told. */
export interface PainEntry {
  /** ISO date (YYYY-MM-DD) in the runner's own calendar. */
  readonly date: string;
  /** SHA-256 of the run it belongs to, or null for a day without one. */
  readonly runSha256: string | null;
  readonly side: 'left' | 'right';
  readonly place: KneePlace;
  readonly before: number | null;
  readonly during: number | null;
  readonly hourAfter: number | null;
  readonly nextMorning: number | null;
  readonly note: string | null;
}

/** The entries with the calendar that their dates go by. */
export interface PainLog {
  readonly entries: readonly PainEntry[];
  /** IANA name; null for UTC. */
  readonly timeZone: string | null;
}
