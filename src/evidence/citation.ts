/** How sure a body of evidence makes us, in GRADE's four words. */
export type Certainty = 'high' | 'moderate' | 'low' | 'very low';

/** One published source, told once; everything else refers to it by its key (AuthorYear). */
export interface Citation {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly source: string;
  /** Without the resolver; null where the work has none. */
  readonly doi: string | null;
  /** For works without a DOI. */
  readonly url: string | null;
  readonly design: string;
  /** People studied; null for reviews and models. */
  readonly participants: number | null;
  readonly population: string;
  /** What it found, in our own words, with its numbers. */
  readonly finding: string;
  readonly certainty: Certainty;
  /** How we know its numbers. `recalled` may not be shown to a runner as a fact. */
  readonly read: 'full' | 'abstract' | 'second-hand' | 'recalled';
  /** ISO date of that reading. */
  readonly readOn: string;
  /** What of it was read, and what was not; left out where `read` says it all. */
  readonly readNote?: string;
}

/** What a threshold, a constant or a sentence of advice stands on. */
export type Basis<Key extends string = string> =
  | { readonly kind: 'citation'; readonly keys: readonly [Key, ...Key[]]; readonly certainty: Certainty }
  | { readonly kind: 'assumption'; readonly why: string };

/** First author and year, as a reader finds it in a list: `Frandsen 2025`. */
export function shortName({ authors, year }: Pick<Citation, 'authors' | 'year'>): string {
  const first = (authors.split(/,|;| and | & /)[0] ?? authors).trim();
  return `${first.replace(/ \p{Lu}{1,3}$/u, '')} ${year}`;
}
