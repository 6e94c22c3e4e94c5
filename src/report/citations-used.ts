import type { Citation } from '../evidence/citation.ts';
import { CITATIONS, type CitationKey } from '../evidence/registry.ts';
import type { Finding, Report, Suggestion } from './schema.ts';

/** The sources that findings and suggestions refer to, each once, by key. */
export function citationsUsed(findings: readonly Finding[], suggestions: readonly Suggestion[]): Report['citations'] {
  const keys = new Set<string>();
  for (const finding of findings) {
    for (const key of finding.citations) keys.add(key);
    if (finding.thresholdBasis?.kind === 'citation') for (const key of finding.thresholdBasis.keys) keys.add(key);
  }
  for (const { basis } of suggestions) if (basis.kind === 'citation') for (const key of basis.keys) keys.add(key);
  return [...keys].sort().map((key) => {
    const { readOn: _on, readNote: _note, ...shown }: Citation = CITATIONS[key as CitationKey];
    return { key, ...shown };
  });
}
