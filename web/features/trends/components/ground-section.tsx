import { Link } from 'wouter';
import type { Week } from '#contract/trends';
import { GroundWeeksChart } from '../../../components/chart/ground-weeks-chart.tsx';
import { GroundTable } from '../../../components/ground-table.tsx';
import { type Column, FoldedTable } from '../../../components/number-table.tsx';
import { plainDate } from '../../../lib/dates.ts';
import { distance, MISSING, type Units } from '../../../lib/format.ts';
import { GROUND_GROUPS, groundMetres } from '../../../lib/ground-groups.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

const text = words.trends.ground;

const columnsIn = (units: Units): Column<Week>[] => [
  { head: words.trends.table.week, cell: (week) => plainDate(week.weekStart) },
  ...GROUND_GROUPS.map((group) => ({
    head: text.groups[group],
    cell: ({ surfaces }: Week) => {
      const metres = groundMetres(surfaces)[group];
      return metres > 0 ? distance(metres, units) : MISSING;
    },
  })),
];

/**
 * Ground by week: known, assumed and not known side by side.
 *
 * @param weeks - those on screen, which the words and tables are of
 */
export function GroundSection({ all, weeks }: { readonly all: readonly Week[]; readonly weeks: readonly Week[] }) {
  const { units } = usePreferences();
  const surfaces = weeks.flatMap((week) => week.surfaces);
  const metres = groundMetres(surfaces);
  const total = surfaces.reduce((sum, { distanceM }) => sum + distanceM, 0);
  const percent = (way: number): number => Math.round((100 * way) / total);
  const assumedM = metres['paved-assumed'] + metres['unpaved-assumed'];
  const isKnown = total > metres.unknown;
  const isOnlyAssumed = metres.paved + metres.unpaved + metres.treadmill === 0;
  const title = isOnlyAssumed
    ? text.titleAssumed(percent(assumedM))
    : text.title(percent(metres.paved), percent(metres.unpaved), percent(assumedM));
  return (
    <section className="trend section" aria-labelledby="ground-title">
      <h2 className="chart-heading" id="ground-title">
        {isKnown ? title : text.none}
      </h2>
      {isKnown ? (
        <>
          <GroundWeeksChart weeks={all} label={text.label} />
          <p className="quiet small trend-choice">{text.note}</p>
          <GroundTable surfaces={surfaces} units={units} caption={text.classes} />
          <FoldedTable
            title={text.table}
            rows={weeks.toReversed()}
            columns={columnsIn(units)}
            keyOf={(week) => week.weekStart}
          />
        </>
      ) : (
        <p className="small">
          <Link href="/settings">{text.link}</Link>
        </p>
      )}
    </section>
  );
}
