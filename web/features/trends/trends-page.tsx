import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Week } from '#contract/trends';
import { DescentChart } from '../../components/chart/descent-chart.tsx';
import { LongestRunChart } from '../../components/chart/longest-run-chart.tsx';
import { WeeksChart } from '../../components/chart/weeks-chart.tsx';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { plainDate } from '../../lib/dates.ts';
import { altitude } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { useWeeks } from './api/get-weeks.ts';
import { CadenceSection } from './components/cadence-section.tsx';
import { GroundSection } from './components/ground-section.tsx';
import { PainSection } from './components/pain-section.tsx';
import { WeeksTable } from './components/weeks-table.tsx';
import { heaviestWeekSentence, latestWeekSentence, longestRunSentence } from './sentences.ts';
import { inRange, type TrendRange } from './trend-range.ts';
import './trends-page.css';

const text = words.trends;

function LoadTrend({ weeks, resets }: { readonly weeks: readonly Week[]; readonly resets: number }) {
  const { units } = usePreferences();
  return (
    <>
      <section className="trend" aria-labelledby="weeks-title">
        <h2 className="chart-heading" id="weeks-title">
          {heaviestWeekSentence(weeks, units)}
        </h2>
        <WeeksChart weeks={weeks} label={text.weeks.label} resets={resets} />
      </section>
      <section className="trend section" aria-labelledby="longest-title">
        <h2 className="chart-heading" id="longest-title">
          {longestRunSentence(weeks)}
        </h2>
        <LongestRunChart weeks={weeks} label={text.longest.label} resets={resets} />
        <p className="quiet small">{text.longest.why}</p>
        <WeeksTable weeks={weeks} />
      </section>
    </>
  );
}

function DescentSection({ weeks, resets }: { readonly weeks: readonly Week[]; readonly resets: number }) {
  const { units } = usePreferences();
  const [most] = weeks.toSorted((a, b) => (b.descentM ?? 0) - (a.descentM ?? 0));
  const isKnown = (most?.descentM ?? 0) > 0;
  return (
    <section className="trend section" aria-labelledby="descent-title">
      <h2 className="chart-heading" id="descent-title">
        {most && isKnown
          ? text.descent.title(plainDate(most.weekStart), altitude(most.descentM, units))
          : text.descent.none}
      </h2>
      {isKnown && <DescentChart weeks={weeks} label={text.descent.label} resets={resets} />}
    </section>
  );
}

/** Load and cadence over the weeks. */
export function TrendsPage() {
  const { units } = usePreferences();
  const weeks = useWeeks();
  const [range, setRange] = useState<TrendRange>('year');
  const [resets, setResets] = useState(0);
  const shown = useMemo(() => inRange(weeks.data ?? [], range), [weeks.data, range]);
  const weekStarts = useMemo(() => shown.map((week) => week.weekStart), [shown]);

  if (weeks.isPending) return <Loading what={text.what} heights={[48, 300, 220, 260]} />;
  if (weeks.isError) return <Failed error={weeks.error} onRetry={() => void weeks.refetch()} />;
  if (weeks.data.length === 0) {
    return (
      <Empty title={text.empty}>
        <p className="quiet">{text.emptyDetail}</p>
        <Link href="/" className="button">
          {text.emptyLink}
        </Link>
      </Empty>
    );
  }
  return (
    <>
      <header className="trends-head">
        <h1>{text.title}</h1>
        <p className="lede">{latestWeekSentence(weeks.data, units)}</p>
        <div className="screen-only">
          <ChoiceRow legend={text.range} options={text.ranges} value={range} onChange={setRange} />
        </div>
        <p className="quiet small screen-only">
          {text.weeks.hint}{' '}
          <button type="button" className="link-button" onClick={() => setResets(resets + 1)}>
            {text.weeks.reset}
          </button>
        </p>
      </header>
      <LoadTrend weeks={shown} resets={resets} />
      <PainSection weekStarts={weekStarts} resets={resets} />
      <DescentSection weeks={shown} resets={resets} />
      <GroundSection weeks={shown} resets={resets} />
      <CadenceSection range={range} resets={resets} />
    </>
  );
}
