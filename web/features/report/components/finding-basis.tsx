import type { Finding, Report, Suggestion } from '#core';
import { MISSING } from '../../../lib/format.ts';
import { usePrinting } from '../../../lib/use-printing.ts';
import { words } from '../../../lib/words.ts';

const text = words.report.findings;
type Citation = Report['citations'][number];

/** Figures that a measured value is told with; its own noise is larger. */
const FIGURES = 3;

function measured(value: number | null, unit: string): string {
  if (value === null) return MISSING;
  const rounded = Number(value.toPrecision(FIGURES));
  return unit === '' ? String(rounded) : `${rounded} ${unit}`;
}

function Source({ citation }: { readonly citation: Citation }) {
  const address = citation.doi === null ? citation.url : `https://doi.org/${citation.doi}`;
  const people = citation.participants === null ? [] : [text.participants(citation.participants)];
  const study = [citation.design, ...people, citation.population].filter((part) => part !== '').join(', ');
  return (
    <li>
      <p>
        {citation.authors} ({citation.year}).{' '}
        {address === null ? (
          citation.title
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            {citation.title}
          </a>
        )}
        . {citation.source}.
      </p>
      <p className="quiet">
        {study}. {citation.finding} ({text.read[citation.read]})
      </p>
    </li>
  );
}

const keysOf = (basis: Suggestion['basis'] | null) => (basis?.kind === 'citation' ? basis.keys : []);

/** Folded away under a finding: how sure, from which value on it is told, and the studies or the assumption behind it. */
export function FindingBasis(props: {
  readonly finding: Finding;
  readonly advice: readonly Suggestion[];
  readonly citations: readonly Citation[];
}) {
  const { finding, advice } = props;
  // On paper nothing can be unfolded.
  const isPrinting = usePrinting();
  const bases = [finding.thresholdBasis, ...advice.map((suggestion) => suggestion.basis)];
  const keys = new Set([...finding.citations, ...bases.flatMap(keysOf)]);
  const sources = props.citations.filter((citation) => keys.has(citation.key));
  const assumptions = new Set(bases.flatMap((basis) => (basis?.kind === 'assumption' ? [basis.why] : [])));
  return (
    <details className="finding-basis" open={isPrinting || undefined}>
      <summary>{text.sure}</summary>
      {finding.certainty !== null && <p>{text.certainty[finding.certainty]}</p>}
      {finding.value !== null && finding.threshold !== null && (
        <p>{text.measured(measured(finding.value, finding.unit), measured(finding.threshold, finding.unit))}</p>
      )}
      {[...assumptions].map((why) => (
        <p key={why}>{text.assumption(why)}</p>
      ))}
      {sources.length > 0 && (
        <ul>
          {sources.map((citation) => (
            <Source key={citation.key} citation={citation} />
          ))}
        </ul>
      )}
    </details>
  );
}
