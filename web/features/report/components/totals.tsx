import type { Report } from '#core';
import { massText } from '../../../lib/body-measures.ts';
import { altitude, cadence, distance, MISSING, pace, time } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import './totals.css';

const text = words.report.totals;

/** The sums of the run that its file tells; the fine print says which channels are missing. */
export function Totals({ report }: { readonly report: Report }) {
  const { units } = usePreferences();
  const { totals } = report;
  const { peakBw: peak, peakKg } = report.kneeLoad;
  const weight = peakKg === null ? null : massText(peakKg, units);
  const meanSpeedMps = totals.movingTimeS > 0 ? totals.distanceM / totals.movingTimeS : null;
  const rows = [
    [text.distance, distance(totals.distanceM, units)],
    [text.moving, time(totals.movingTimeS)],
    [text.elapsed, time(totals.elapsedTimeS)],
    [text.pace, pace(meanSpeedMps, units)],
    [text.ascent, altitude(totals.ascentM, units)],
    [text.descent, altitude(totals.descentM, units)],
    [text.cadence, cadence(totals.runningCadenceSpm)],
    [text.steps, totals.steps === null ? MISSING : Math.round(totals.steps).toLocaleString('en')],
    [text.peak, peak === null ? MISSING : text.bodyWeights(peak.median.toFixed(1), peak.p95.toFixed(1), weight)],
  ].filter(([, value]) => value !== MISSING);
  return (
    <section className="section" aria-labelledby="totals-title">
      <h2 id="totals-title">{text.title}</h2>
      <dl className="totals">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
