import type { Report } from '#core';
import { words } from '../../../lib/words.ts';
import { Source, sourcesOf } from './source.tsx';

const text = words.report.findings;

/** On paper nothing can be unfolded: how sure each finding is and all sources, on a page of their own. */
export function PrintSources({ report }: { readonly report: Report }) {
  const flagged = report.findings.filter((finding) => finding.severity !== 'none');
  const sources = sourcesOf(flagged, report);
  if (sources.length === 0) return null;
  return (
    <section className="print-sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{text.sources}</h2>
      {flagged.map(({ id, title, certainty }) => (
        <p key={id}>
          <strong>{title}.</strong> {certainty === null ? '' : text.certainty[certainty]}
        </p>
      ))}
      <ul>
        {sources.map((citation) => (
          <Source key={citation.key} citation={citation} />
        ))}
      </ul>
    </section>
  );
}
