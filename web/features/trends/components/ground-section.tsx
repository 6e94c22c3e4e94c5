import { Link } from 'wouter';
import type { Week } from '#contract/trends';
import { GroundWeeksChart } from '../../../components/chart/ground-weeks-chart.tsx';
import { GroundTable } from '../../../components/ground-table.tsx';
import { plainDate } from '../../../lib/dates.ts';
import { distance, type Units } from '../../../lib/format.ts';
import { GROUND_GROUPS, groundMetres } from '../../../lib/ground-groups.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

const text = words.trends.ground;

function GroundWeeksTable({ weeks, units }: { readonly weeks: readonly Week[]; readonly units: Units }) {
  return (
    <details>
      <summary>{text.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section className="table-scroll" aria-label={text.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.trends.table.week}</th>
              {GROUND_GROUPS.map((group) => (
                <th scope="col" className="number" key={group}>
                  {text.groups[group]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ weekStart, surfaces }) => {
              const metres = groundMetres(surfaces);
              return (
                <tr key={weekStart}>
                  <th scope="row">{plainDate(weekStart)}</th>
                  {GROUND_GROUPS.map((group) => (
                    <td className="number" key={group}>
                      {metres[group] > 0 ? distance(metres[group], units) : '–'}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Ground by week: known, assumed and not known side by side. */
export function GroundSection({ weeks, resets }: { readonly weeks: readonly Week[]; readonly resets: number }) {
  const { units } = usePreferences();
  const surfaces = weeks.flatMap((week) => week.surfaces);
  const metres = groundMetres(surfaces);
  const total = surfaces.reduce((sum, { distanceM }) => sum + distanceM, 0);
  const percent = (way: number): number => Math.round((100 * way) / total);
  const assumedM = metres['paved-assumed'] + metres['unpaved-assumed'];
  const isKnown = total > metres.unknown;
  return (
    <section className="trend section" aria-labelledby="ground-title">
      <h2 className="chart-heading" id="ground-title">
        {isKnown ? text.title(percent(metres.paved), percent(metres.unpaved), percent(assumedM)) : text.none}
      </h2>
      {isKnown ? (
        <>
          <GroundWeeksChart weeks={weeks} label={text.label} resets={resets} />
          <p className="quiet small">{text.note}</p>
          <GroundTable surfaces={surfaces} units={units} caption={text.classes} />
          <GroundWeeksTable weeks={weeks} units={units} />
        </>
      ) : (
        <p className="small">
          <Link href="/settings">{text.link}</Link>
        </p>
      )}
    </section>
  );
}
