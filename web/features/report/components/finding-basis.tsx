import type { Finding, Report, Suggestion } from '#core';
import { MISSING } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { Source, sourcesOf } from './source.tsx';

const text = words.report.findings;

/** Figures that a measured value is told with; its own noise is larger. */
const FIGURES = 3;

function measured(value: number | null, unit: string): string {
  if (value === null) return MISSING;
  const rounded = Number(value.toPrecision(FIGURES));
  return unit === '' ? String(rounded) : `${rounded} ${unit}`;
}

/** Folded away under a finding: how sure, from which value on it is told, and the studies or the assumption behind it. */
export function FindingBasis(props: {
  readonly finding: Finding;
  readonly advice: readonly Suggestion[];
  readonly report: Report;
}) {
  const { finding, advice } = props;
  const bases = [finding.thresholdBasis, ...advice.map((suggestion) => suggestion.basis)];
  const sources = sourcesOf([finding], props.report);
  const assumptions = new Set(bases.flatMap((basis) => (basis?.kind === 'assumption' ? [basis.why] : [])));
  return (
    <details className="finding-basis screen-only">
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
