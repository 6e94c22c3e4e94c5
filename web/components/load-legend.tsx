import { words } from '../lib/words.ts';
import './load-legend.css';

/** What the colours of the ramp mean. The places of its stops are those of `RAMP_STOPS`. */
export function LoadLegend() {
  return (
    <div className="load-legend">
      <span>{words.load.legendLow}</span>
      <span className="load-legend-bar" aria-hidden="true" />
      <span>{words.load.legendHigh}</span>
      <span className="load-legend-easy">{words.load.legendEasy}</span>
    </div>
  );
}
