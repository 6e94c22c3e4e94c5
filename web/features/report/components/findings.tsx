import type { Finding, Report } from '#core';
import { SeverityMark } from '../../../components/severity-mark.tsx';
import { words } from '../../../lib/words.ts';
import { hasLoad } from '../has-load.ts';
import type { Focus } from '../timeline/focus.ts';
import { FindingCard } from './finding-card.tsx';
import './findings.css';

const text = words.report.findings;

/** More cards than this are not read; the rest stands folded. */
const LEADING = 3;

/** The three most severe findings as cards, further ones folded, and under them what was looked at without anything to say. */
export function Findings(props: {
  readonly report: Report;
  readonly chosen: string | null;
  /** Null on paper, where nothing moves. */
  readonly onShow: ((focus: Focus) => void) | null;
}) {
  const { report, onShow } = props;
  const flagged = report.findings.filter((finding) => finding.severity !== 'none');
  const others = report.findings.filter((finding) => finding.severity === 'none');
  const isSilent = !hasLoad(report) || others.every((finding) => finding.status !== 'scored');
  const card = (finding: Finding) => (
    <FindingCard
      key={finding.id}
      finding={finding}
      report={report}
      isChosen={finding.id === props.chosen}
      onShow={onShow && ((where) => onShow({ findingId: finding.id, where }))}
    />
  );
  return (
    <section className="section" aria-labelledby="findings-title">
      <h2 id="findings-title">{text.title}</h2>
      {flagged.length === 0 && <p className="lede">{isSilent ? text.silent : text.none}</p>}
      <div className="findings">{flagged.slice(0, LEADING).map(card)}</div>
      {flagged.length > LEADING && (
        <details className="prints-open" open={onShow === null}>
          <summary>{text.further(flagged.length - LEADING)}</summary>
          <div className="findings">{flagged.slice(LEADING).map(card)}</div>
        </details>
      )}
      {others.length > 0 && (
        <details className="screen-only">
          <summary>{text.also(others.length)}</summary>
          <ul className="others">
            {others.map((finding) => (
              <li key={finding.id}>
                <h3>{finding.title}</h3>
                <p className="others-status">
                  {finding.status === 'scored' ? <SeverityMark severity="none" /> : text.status[finding.status]}
                </p>
                <p className="quiet">{finding.message}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
