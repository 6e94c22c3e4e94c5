import { memo } from 'react';
import { SeverityMark } from '../../../components/severity-mark.tsx';
import { words } from '../../../lib/words.ts';
import type { Axis } from './axis.ts';
import type { Flag } from './flags.ts';
import type { Scale } from './scale.ts';
import './bracket-lanes.css';

/** Width of a letter of a bracket's words and of its shape, px; only used to keep words inside the chart. */
const LETTER = 7.4;
const SHAPE = 26;
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Brackets nearer to each other than this are drawn as one, px. */
const MERGED = 5;

/** Left and right end of each bracket, px; neighbours that would touch are one. */
function bracketsOf(flag: Flag, axis: Axis, x: Scale): { from: number; to: number }[] {
  const brackets: { from: number; to: number }[] = [];
  for (const span of flag.finding.where.map(axis.spanOf).sort((a, b) => a.from - b.from)) {
    const from = x(span.from);
    const to = Math.max(from + 3, x(span.to));
    const last = brackets.at(-1);
    if (last && from - last.to < MERGED) last.to = Math.max(last.to, to);
    else brackets.push({ from, to });
  }
  return brackets;
}

/** One lane of brackets for each flagged finding; its words are a button that leads to the finding. */
export const BracketLanes = memo(function BracketLanes(props: {
  readonly flags: readonly Flag[];
  readonly axis: Axis;
  readonly x: Scale;
  readonly width: number;
  readonly chosen: string | null;
  /** Null on paper, where a link leads to the finding. */
  readonly onChoose: ((flag: Flag) => void) | null;
}) {
  const { onChoose } = props;
  return props.flags.map((flag) => {
    const isChosen = flag.finding.id === props.chosen;
    const main = props.axis.spanOf(flag.main);
    const middle = (props.x(main.from) + props.x(main.to)) / 2;
    const wordsWidth = flag.label.length * LETTER + SHAPE;
    const left = clamp(middle - wordsWidth / 2, 0, Math.max(0, props.width - wordsWidth));
    return (
      <div className={`lane${isChosen ? ' lane-chosen' : ''}`} key={flag.finding.id}>
        {onChoose ? (
          <button
            type="button"
            className="lane-button"
            style={{ left }}
            aria-label={words.report.timeline.showFinding(`${flag.finding.title}, ${flag.label}`)}
            onClick={() => onChoose(flag)}
          >
            <SeverityMark severity={flag.finding.severity} label={flag.label} />
          </button>
        ) : (
          <a className="lane-button" style={{ left }} href={`#finding-${flag.finding.id}`}>
            <SeverityMark severity={flag.finding.severity} label={flag.label} />
          </a>
        )}
        <svg className="ribbon-svg lane-brackets" width={props.width} height="9" aria-hidden="true">
          {bracketsOf(flag, props.axis, props.x).map(({ from, to }) => (
            <path key={from} className="bracket" d={`M${from} 9V2H${to}V9`} />
          ))}
        </svg>
      </div>
    );
  });
});
