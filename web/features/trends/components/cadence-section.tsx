import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CadenceTrend } from '#contract/trends';
import { CadenceWeeksChart } from '../../../components/chart/cadence-weeks-chart.tsx';
import { useSharedWindow, weeksIn } from '../../../components/chart/week-window.ts';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { useCadenceTrend } from '../api/get-cadence-trend.ts';
import { useRuns } from '../api/get-runs.ts';
import { rawCadenceWeeks } from '../raw-cadence.ts';
import { CadenceTable } from './cadence-table.tsx';

const text = words.trends.cadence;

/** A blank between two sentences; the first makes the title, the others stand under it. */
const SENTENCE_END = /(?<=\.) (?=\p{Lu})/u;

interface SectionProps {
  readonly trend: CadenceTrend;
  /** What can be chosen, between the words and the chart. */
  readonly children: ReactNode;
}

function AtUsualSpeed({ trend, children }: SectionProps) {
  const { weeks } = trend;
  const { shown } = useSharedWindow();
  const { sentence, usualSpeedMps, expected, changes } = trend;
  const [title, ...details] = sentence.split(SENTENCE_END);
  return (
    <>
      <p className="quiet">{text.trend[trend.trend]}</p>
      <h2 className="chart-heading" id="cadence-title">
        {title}
      </h2>
      {details.length > 0 && <p className="lede">{details.join(' ')}</p>}
      {usualSpeedMps !== null && <p className="quiet">{text.at}</p>}
      {usualSpeedMps !== null && expected === null && (
        <p className="quiet small">
          <Link href="/settings">{text.heightLink}</Link> {text.heightDetail}
        </p>
      )}
      {children}
      {weeks.some((week) => week.cadenceSpm !== null) && (
        <>
          <CadenceWeeksChart
            weeks={weeks}
            expected={expected}
            changes={changes}
            spread={text.spread}
            label={text.label}
          />
          <CadenceTable weeks={weeksIn(weeks, shown)} />
        </>
      )}
    </>
  );
}

const NO_CHANGES: CadenceTrend['changes'] = [];

function AsRun({ trend, children }: SectionProps) {
  const runs = useRuns(true);
  const weeks = useMemo(() => {
    const weekStarts = trend.weeks.map((week) => week.weekStart);
    return rawCadenceWeeks(runs.data ?? [], weekStarts);
  }, [runs.data, trend.weeks]);
  const { shown } = useSharedWindow();
  if (runs.isPending) return <Loading what={text.rawLabel} heights={[260]} />;
  if (runs.isError) return <Failed error={runs.error} onRetry={() => void runs.refetch()} />;
  return (
    <>
      <h2 className="chart-heading" id="cadence-title">
        {text.rawTitle}
      </h2>
      <p className="quiet">{text.rawNote}</p>
      {children}
      {weeks.some((week) => week.cadenceSpm !== null) && (
        <>
          <CadenceWeeksChart
            weeks={weeks}
            expected={null}
            changes={NO_CHANGES}
            spread={text.rawSpread}
            label={text.rawLabel}
          />
          <CadenceTable weeks={weeksIn(weeks, shown)} />
        </>
      )}
    </>
  );
}

/** Cadence over weeks: moved to the usual speed, which can be compared, or as it was run. */
export function CadenceSection() {
  const trend = useCadenceTrend();
  const [kind, setKind] = useState<keyof typeof text.kinds>('usual');
  if (trend.isPending) return <Loading what={words.trends.what} heights={[260]} />;
  if (trend.isError) return <Failed error={trend.error} onRetry={() => void trend.refetch()} />;
  const Shown = kind === 'usual' ? AtUsualSpeed : AsRun;
  return (
    <section className="trend section" aria-labelledby="cadence-title">
      <Shown trend={trend.data}>
        <div className="screen-only trend-choice">
          <ChoiceRow legend={text.choose} options={text.kinds} value={kind} onChange={setKind} />
        </div>
      </Shown>
    </section>
  );
}
