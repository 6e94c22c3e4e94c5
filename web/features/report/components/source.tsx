import { Link } from 'wouter';
import type { Finding, Report, Suggestion } from '#core';
import { words } from '../../../lib/words.ts';

const text = words.report.findings;
/** A study that a report refers to. */
export type Citation = Report['citations'][number];

const keysOf = (basis: Suggestion['basis'] | null) => (basis?.kind === 'citation' ? basis.keys : []);

/** The studies behind findings: of the findings themselves, of their thresholds, and of the advice given for them. */
export function sourcesOf(findings: readonly Finding[], report: Report): Citation[] {
  const ids = new Set(findings.map((finding) => finding.id));
  const advice = report.suggestions.filter((suggestion) => ids.has(suggestion.findingId));
  const bases = [...findings.map((finding) => finding.thresholdBasis), ...advice.map((suggestion) => suggestion.basis)];
  const keys = new Set([...findings.flatMap((finding) => finding.citations), ...bases.flatMap(keysOf)]);
  return report.citations.filter((citation) => keys.has(citation.key));
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** One study: who, what, where it stands, whom it looked at, and what it found. */
export function Source({ citation }: { readonly citation: Citation }) {
  const address = citation.doi === null ? citation.url : `https://doi.org/${citation.doi}`;
  const people = citation.participants === null ? [] : [text.participants(citation.participants)];
  const study = capital([citation.design, ...people, citation.population].filter((part) => part !== '').join(', '));
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
        {study}. {citation.finding} ({text.read[citation.read]}){' '}
        <Link href={`/evidence#${citation.key}`} className="screen-only">
          {text.inEvidence}
        </Link>
      </p>
    </li>
  );
}
