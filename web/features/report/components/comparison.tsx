import type { RunSummary } from '#contract/runs';
import type { Range } from '#core';
import { loadColour } from '../../../lib/load-ramp.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import './comparison.css';

const text = words.report.compare;
const METRES_PER_KM = 1000;

/** How a load stands among earlier ones, as a sentence. */
export function comparisonSentence(loadKm: number, earlierKm: readonly number[]): string {
  const lighter = earlierKm.filter((earlier) => earlier < loadKm).length;
  if (earlierKm.length === 0) return text.none;
  if (earlierKm.length === 1) return text.one(lighter === 1);
  if (lighter === earlierKm.length) return text.heaviest(earlierKm.length);
  if (lighter === 0) return text.lightest(earlierKm.length);
  return text.between(lighter, earlierKm.length);
}

/** This run's load with its range among the runs of the four weeks before: a sentence and a strip of dots. */
export function Comparison(props: {
  readonly load: Range;
  readonly distanceM: number;
  readonly earlier: readonly RunSummary[];
}) {
  const { scheme } = usePreferences();
  const { load, earlier } = props;
  const loads = earlier.map((run) => run.kneeLoadKm.mid);
  const scaleKm = Math.max(load.high, ...loads) * 1.04;
  const at = (km: number) => `${(100 * km) / scaleKm}%`;
  const colour = loadColour(load.mid / (props.distanceM / METRES_PER_KM), scheme);
  return (
    <div className="comparison">
      <p className="lede quiet">{comparisonSentence(load.mid, loads)}</p>
      {earlier.length > 1 && (
        <div className="comparison-strip" aria-hidden="true">
          <span
            className="comparison-range"
            style={{ left: at(load.low), width: at(load.high - load.low), background: colour }}
          />
          {earlier.map((run) => (
            <span key={run.id} className="comparison-dot" style={{ left: at(run.kneeLoadKm.mid) }} />
          ))}
          <span className="comparison-this" style={{ left: at(load.mid) }} />
          <span className="comparison-key small quiet">
            ○ {text.others} <span className="comparison-key-bar" style={{ background: colour }} /> {text.this}
          </span>
        </div>
      )}
    </div>
  );
}
