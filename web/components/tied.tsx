import { tiedParts } from '../lib/tied-parts.ts';

/** A sentence of the library, with its numbers tied to their units. The words stay as they are, for readers and for searches. */
export function Tied({ children }: { readonly children: string }) {
  return tiedParts(children).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never move.
      <span key={at} className="tied">
        {part}
      </span>
    ),
  );
}
