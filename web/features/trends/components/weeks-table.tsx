import { useMemo } from 'react';
import type { Week } from '#contract/trends';
import { type Column, FoldedTable } from '../../../components/number-table.tsx';
import { plainDate } from '../../../lib/dates.ts';
import { altitude, cadence, distance, loadNumber, loadRange, time, type Units } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

const text = words.trends.table;

const columnsIn = (units: Units): Column<Week>[] => [
  { head: text.week, cell: (week) => plainDate(week.weekStart) },
  { head: text.runs, cell: (week) => week.runs },
  { head: text.distance, cell: (week) => distance(week.distanceM, units) },
  { head: text.time, cell: (week) => time(week.movingTimeS) },
  { head: text.load, cell: (week) => loadNumber(week.kneeLoadKm.mid, units) },
  { head: text.range, cell: (week) => loadRange(week.kneeLoadKm, units) },
  { head: text.longest, cell: (week) => distance(week.longestRunM, units) },
  { head: text.before, cell: (week) => distance(week.longestBefore30dM, units) },
  { head: text.descent, cell: (week) => altitude(week.descentM, units) },
  { head: text.cadence, cell: (week) => cadence(week.runningCadenceSpm) },
];

/** The weeks as a table, newest first: the twin of the charts of load, longest run and descent. */
export function WeeksTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { units } = usePreferences();
  const rows = useMemo(() => weeks.toReversed(), [weeks]);
  return (
    <FoldedTable
      title={words.trends.weeks.table}
      rows={rows}
      columns={columnsIn(units)}
      keyOf={(week) => week.weekStart}
    />
  );
}
