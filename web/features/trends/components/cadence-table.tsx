import type { CadenceWeek } from '#contract/trends';
import { plainDate } from '../../../lib/dates.ts';
import { cadence, MISSING } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';

const text = words.trends.table;

/** Cadence by week as a table, newest first; weeks without enough running stand there with a dash. */
export function CadenceTable({ weeks }: { readonly weeks: readonly CadenceWeek[] }) {
  const spread = (week: CadenceWeek) =>
    week.lowSpm === null || week.highSpm === null
      ? MISSING
      : `${Math.round(week.lowSpm)}–${Math.round(week.highSpm)} spm`;
  return (
    <details>
      <summary>{words.trends.cadence.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section className="table-scroll" aria-label={words.trends.cadence.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.week}</th>
              <th scope="col" className="number">
                {text.cadence}
              </th>
              <th scope="col" className="number">
                {text.spread}
              </th>
              <th scope="col" className="number">
                {text.minutes}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <tr key={week.weekStart}>
                <th scope="row">{plainDate(week.weekStart)}</th>
                <td className="number">{cadence(week.cadenceSpm)}</td>
                <td className="number">{spread(week)}</td>
                <td className="number">{Math.round(week.minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
