import { useMemo } from 'react';
import { Link } from 'wouter';
import { PainChart } from '../../../components/chart/pain-chart.tsx';
import { FoldedTable } from '../../../components/number-table.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { plainDate } from '../../../lib/dates.ts';
import type { PainDay } from '../../../lib/pain-days.ts';
import { words } from '../../../lib/words.ts';
import { usePainDays } from '../api/get-pain-days.ts';

const text = words.trends.pain;

const COLUMNS = [
  { head: text.day, cell: (day: PainDay) => plainDate(day.date) },
  { head: text.worst, cell: (day: PainDay) => day.worst },
];

/** Pain of the weeks on screen, on their axis; nothing is drawn where none was logged. */
export function PainSection({
  weekStarts,
  resets,
}: {
  readonly weekStarts: readonly string[];
  readonly resets: number;
}) {
  const all = usePainDays();
  const from = weekStarts[0] ?? '';
  const days = useMemo(() => (all.data ?? []).filter((day) => day.date >= from), [all.data, from]);
  if (all.isPending) return <Loading what={text.label} heights={[150]} />;
  if (all.isError) return <Failed error={all.error} onRetry={() => void all.refetch()} />;
  const worst = Math.max(0, ...days.map((day) => day.worst));
  return (
    <section className="trend section" aria-labelledby="pain-title">
      <h2 className="chart-heading" id="pain-title">
        {days.length === 0 ? text.none : text.title(days.length, worst)}
      </h2>
      {days.length > 0 && (
        <>
          <PainChart days={days} weekStarts={weekStarts} label={text.label} resets={resets} />
          <FoldedTable title={text.table} rows={days.toReversed()} columns={COLUMNS} keyOf={(day) => day.date} />
        </>
      )}
      <p className="small">
        <Link href="/pain">{text.link}</Link>
      </p>
    </section>
  );
}
