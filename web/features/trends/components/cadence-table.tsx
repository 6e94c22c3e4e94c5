import { useMemo } from 'react';
import type { CadenceWeek } from '#contract/trends';
import { FoldedTable } from '../../../components/number-table.tsx';
import { plainDate } from '../../../lib/dates.ts';
import { cadence, MISSING } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';

const text = words.trends.table;

function spread({ lowSpm, highSpm }: CadenceWeek): string {
  return lowSpm === null || highSpm === null ? MISSING : `${Math.round(lowSpm)}–${Math.round(highSpm)} spm`;
}

const COLUMNS = [
  { head: text.week, cell: (week: CadenceWeek) => plainDate(week.weekStart) },
  { head: text.cadence, cell: (week: CadenceWeek) => cadence(week.cadenceSpm) },
  { head: text.spread, cell: spread },
  { head: text.minutes, cell: (week: CadenceWeek) => Math.round(week.minutes) },
];

/** Cadence by week as a table, newest first; weeks without enough running stand there with a dash. */
export function CadenceTable({ weeks }: { readonly weeks: readonly CadenceWeek[] }) {
  const rows = useMemo(() => weeks.toReversed(), [weeks]);
  return (
    <FoldedTable title={words.trends.cadence.table} rows={rows} columns={COLUMNS} keyOf={(week) => week.weekStart} />
  );
}
