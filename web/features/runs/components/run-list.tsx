import { useMemo } from 'react';
import type { RunSummary } from '#contract/runs';
import { daysBetween, monthKey, monthName, shortDayYear } from '../../../lib/dates.ts';
import { distance, loadNumber } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { RunRow } from './run-row.tsx';
import './run-list.css';

const WEEK_DAYS = 7;
/** One ultra would shrink every other bar to a sliver; it may run to the edge instead. */
const SCALE_QUANTILE = 0.98;

const sumOf = (runs: readonly RunSummary[], of: (run: RunSummary) => number) =>
  runs.reduce((sum, run) => sum + of(run), 0);

function scaleKmOf(runs: readonly RunSummary[]): number {
  const highs = runs.map((run) => Math.max(run.kneeLoadKm.high, run.distanceM / 1000)).sort((a, b) => a - b);
  return highs[Math.min(highs.length - 1, Math.floor(highs.length * SCALE_QUANTILE))] ?? 1;
}

function byMonth(runs: readonly RunSummary[]): [month: string, runs: RunSummary[]][] {
  const months = new Map<string, RunSummary[]>();
  for (const run of runs) {
    const month = monthKey(run.startedAt);
    months.set(month, [...(months.get(month) ?? []), run]);
  }
  return [...months];
}

function useWeekSentence(runs: readonly RunSummary[]): string {
  const { units } = usePreferences();
  const now = new Date().toISOString();
  const recent = runs.filter((run) => daysBetween(run.startedAt, now) < WEEK_DAYS);
  if (recent.length === 0) return words.runs.list.noWeek(shortDayYear(runs[0]?.startedAt ?? now));
  const load = loadNumber(
    sumOf(recent, (run) => run.kneeLoadKm.mid),
    units,
  );
  const km = distance(
    sumOf(recent, (run) => run.distanceM),
    units,
  );
  return words.runs.list.week(recent.length, km, load, words.load.unit(units));
}

/** All runs by month, newest first, with one scale for every bar. */
export function RunList({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { units } = usePreferences();
  const months = useMemo(() => byMonth(runs), [runs]);
  const scaleKm = useMemo(() => scaleKmOf(runs), [runs]);
  return (
    <section aria-label={words.runs.list.label}>
      <p className="lede">{useWeekSentence(runs)}</p>
      <p className="quiet small">{words.runs.list.key}</p>
      {months.map(([month, ofMonth]) => (
        <section key={month} className="run-month" aria-labelledby={`month-${month}`}>
          <div className="run-month-head">
            <h2 id={`month-${month}`}>{monthName(ofMonth[0]?.startedAt ?? month)}</h2>
            <span className="quiet">
              {words.runs.list.month(
                ofMonth.length,
                distance(
                  sumOf(ofMonth, (run) => run.distanceM),
                  units,
                ),
              )}
            </span>
          </div>
          <ul>
            {ofMonth.map((run) => (
              <RunRow key={run.id} run={run} scaleKm={scaleKm} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
