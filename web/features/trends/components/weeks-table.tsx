import type { Week } from '#contract/trends';
import { plainDate } from '../../../lib/dates.ts';
import { altitude, cadence, distance, loadNumber, loadRange, time } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

const text = words.trends.table;

/** The weeks as a table, newest first: the twin of the two charts above it. */
export function WeeksTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { units } = usePreferences();
  const heads = [
    text.runs,
    text.distance,
    text.time,
    text.load,
    text.range,
    text.longest,
    text.before,
    text.descent,
    text.cadence,
  ];
  return (
    <details>
      <summary>{words.trends.weeks.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section className="table-scroll" aria-label={words.trends.weeks.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.week}</th>
              {heads.map((head) => (
                <th scope="col" className="number" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <tr key={week.weekStart}>
                <th scope="row">{plainDate(week.weekStart)}</th>
                <td className="number">{week.runs}</td>
                <td className="number">{distance(week.distanceM, units)}</td>
                <td className="number">{time(week.movingTimeS)}</td>
                <td className="number">{loadNumber(week.kneeLoadKm.mid, units)}</td>
                <td className="number">{loadRange(week.kneeLoadKm, units)}</td>
                <td className="number">{distance(week.longestRunM, units)}</td>
                <td className="number">{distance(week.longestBefore30dM, units)}</td>
                <td className="number">{altitude(week.descentM, units)}</td>
                <td className="number">{cadence(week.runningCadenceSpm)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
