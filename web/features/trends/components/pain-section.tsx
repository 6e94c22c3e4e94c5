import { useMemo } from 'react';
import { Link } from 'wouter';
import { PainChart } from '../../../components/chart/pain-chart.tsx';
import { useSharedWindow } from '../../../components/chart/week-window.ts';
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
export function PainSection({ weekStarts }: { readonly weekStarts: readonly string[] }) {
  const all = usePainDays();
  const { shown } = useSharedWindow();
  const days = useMemo(() => {
    const isShown = (atMs: number) => atMs >= shown.fromMs && atMs < shown.toMs;
    return (all.data ?? []).filter(({ date }) => isShown(Date.parse(`${date}T12:00:00Z`)));
  }, [all.data, shown]);
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
          <PainChart days={all.data} weekStarts={weekStarts} label={text.label} />
          <FoldedTable title={text.table} rows={days.toReversed()} columns={COLUMNS} keyOf={(day) => day.date} />
        </>
      )}
      <p className="small">
        <Link href="/pain">{text.link}</Link>
      </p>
    </section>
  );
}
