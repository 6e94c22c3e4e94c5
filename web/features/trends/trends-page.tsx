import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Week } from '#contract/trends';
import { DescentChart } from '../../components/chart/descent-chart.tsx';
import { LongestRunChart } from '../../components/chart/longest-run-chart.tsx';
import { SharedWindowContext, type WeekWindow, weeksIn } from '../../components/chart/week-window.ts';
import { WeeksChart } from '../../components/chart/weeks-chart.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { plainDate } from '../../lib/dates.ts';
import { altitude } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { useWeeks } from './api/get-weeks.ts';
import { CadenceSection } from './components/cadence-section.tsx';
import { GroundSection } from './components/ground-section.tsx';
import { PainSection } from './components/pain-section.tsx';
import { RangeBar } from './components/range-bar.tsx';
import { WeeksTable } from './components/weeks-table.tsx';
import { heaviestWeekSentence, latestWeekSentence, longestRunSentence } from './sentences.ts';
import { windowOfRange } from './trend-range.ts';
import './trends-page.css';

const text = words.trends;

interface WeeksProps {
  readonly all: readonly Week[];
  /** Those on screen, which the words and tables are of. */
  readonly weeks: readonly Week[];
}

function LoadTrend({ all, weeks }: WeeksProps) {
  const { units } = usePreferences();
  return (
    <>
      <section className="trend" aria-labelledby="weeks-title">
        <h2 className="chart-heading" id="weeks-title">
          {heaviestWeekSentence(weeks, units)}
        </h2>
        <WeeksChart weeks={all} label={text.weeks.label} />
      </section>
      <section className="trend section" aria-labelledby="longest-title">
        <h2 className="chart-heading" id="longest-title">
          {longestRunSentence(weeks)}
        </h2>
        <LongestRunChart weeks={all} label={text.longest.label} />
        <p className="quiet small">{text.longest.why}</p>
        <WeeksTable weeks={weeks} />
      </section>
    </>
  );
}

function DescentSection({ all, weeks }: WeeksProps) {
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
      {isKnown && <DescentChart weeks={all} label={text.descent.label} />}
    </section>
  );
}

/** The page with its charts; they all show the same weeks. */
function Shown({ all }: { readonly all: readonly Week[] }) {
  const { units } = usePreferences();
  const weekStarts = useMemo(() => all.map((week) => week.weekStart), [all]);
  const [chosen, show] = useState<WeekWindow | null>(null);
  const shared = useMemo(() => ({ shown: chosen ?? windowOfRange(weekStarts, 'year'), show }), [chosen, weekStarts]);
  const weeks = useMemo(() => weeksIn(all, shared.shown), [all, shared]);
  return (
    <SharedWindowContext value={shared}>
      <header className="trends-head">
        <h1>{text.title}</h1>
        <p className="lede">{latestWeekSentence(all, units)}</p>
      </header>
      <RangeBar weekStarts={weekStarts} />
      <LoadTrend all={all} weeks={weeks} />
      <PainSection weekStarts={weekStarts} />
      <CadenceSection />
      <DescentSection all={all} weeks={weeks} />
      <GroundSection all={all} weeks={weeks} />
    </SharedWindowContext>
  );
}

/** Load and cadence over the weeks. */
export function TrendsPage() {
  const weeks = useWeeks();
  if (weeks.isPending) return <Loading what={text.what} heights={[48, 300, 220, 260]} />;
  if (weeks.isError) return <Failed error={weeks.error} onRetry={() => void weeks.refetch()} />;
  if (weeks.data.length > 0) return <Shown all={weeks.data} />;
  return (
    <>
      <h1>{text.title}</h1>
      <Empty title={text.empty}>
        <p className="quiet">{text.emptyDetail}</p>
        <Link href="/" className="button">
          {text.emptyLink}
        </Link>
      </Empty>
    </>
  );
}
