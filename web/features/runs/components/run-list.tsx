import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RunSummary } from '#contract/runs';
import { daysBetween, monthKey, monthName, shortDayYear } from '../../../lib/dates.ts';
import { distance, loadNumber } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { EVERY_RUN, filterRuns, type Order } from '../run-filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { RunRow } from './run-row.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useGrowing } from './use-growing.tsx';
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

interface Group {
  readonly key: string;
  /** Null where the list is not ordered by date and so has no months. */
  readonly month: string | null;
  readonly runs: readonly RunSummary[];
}

function groupsOf(runs: readonly RunSummary[], order: Order): Group[] {
  if (order !== 'newest' && order !== 'oldest') return [{ key: order, month: null, runs }];
  const months = new Map<string, RunSummary[]>();
  for (const run of runs) {
    const month = monthKey(run.startedAt);
    const known = months.get(month);
    if (known) known.push(run);
    else months.set(month, [run]);
  }
  return [...months].map(([key, ofMonth]) => ({ key, month: monthName(ofMonth[0]?.startedAt ?? key), runs: ofMonth }));
}

/** The groups as far as they are drawn; a month keeps all its runs for its sums. */
function firstRows(groups: readonly Group[], rows: number): { group: Group; rows: number }[] {
  const drawn: { group: Group; rows: number }[] = [];
  let left = rows;
  for (const group of groups) {
    if (left <= 0) break;
    drawn.push({ group, rows: Math.min(left, group.runs.length) });
    left -= group.runs.length;
  }
  return drawn;
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

function GroupHead({ group }: { readonly group: Group }) {
  const { units } = usePreferences();
  if (group.month === null) return null;
  const metres = sumOf(group.runs, (run) => run.distanceM);
  return (
    <div className="run-month-head">
      <h2 id={`month-${group.key}`}>{group.month}</h2>
      <span className="quiet">{words.runs.list.month(group.runs.length, distance(metres, units))}</span>
    </div>
  );
}

/** The runs that the filter leaves, by month where they are ordered by date, with one scale for every bar. */
export function RunList({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { units } = usePreferences();
  const [filter, setFilter] = useState(EVERY_RUN);
  // Typing stays quick; the list follows when there is time.
  const followed = useDeferredValue(filter);
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const left = useMemo(() => filterRuns(runs, followed), [runs, followed]);
  const groups = useMemo(() => groupsOf(left, followed.order), [left, followed.order]);
  const scaleKm = useMemo(() => scaleKmOf(runs), [runs]);
  const { shown, end } = useGrowing(left.length);
  // The same function at each drawing, so that choosing one run does not draw the others again.
  const select = useCallback((id: string, isOn: boolean) => {
    setSelected((current) => {
      const next = new Set(current);
      if (isOn) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const begin = useRef<HTMLButtonElement>(null);
  const stop = () => {
    flushSync(() => setSelected(null));
    begin.current?.focus();
  };
  const metres = useMemo(() => sumOf(left, (run) => run.distanceM), [left]);
  return (
    <section aria-label={words.runs.list.label}>
      <p className="lede">{useWeekSentence(runs)}</p>
      <FilterBar runs={runs} filter={filter} onFilter={setFilter}>
        <span role="status">{words.runs.filter.left(left.length, runs.length, distance(metres, units))}</span>
        {selected === null && (
          <button ref={begin} type="button" className="link-button" onClick={() => setSelected(new Set())}>
            {words.runs.select.begin}
          </button>
        )}
      </FilterBar>
      {selected !== null && <SelectionBar runs={left} selected={selected} onSelect={setSelected} onStop={stop} />}
      <p className="quiet small">{words.runs.list.key}</p>
      {left.length === 0 && <p className="form-message">{words.runs.filter.nothing}</p>}
      {firstRows(groups, shown).map(({ group, rows }) => (
        <section key={group.key} className="run-month" aria-label={group.month ?? words.runs.list.label}>
          <GroupHead group={group} />
          <ul>
            {group.runs.slice(0, rows).map((run) => (
              <RunRow
                key={run.id}
                run={run}
                scaleKm={scaleKm}
                isSelected={selected?.has(run.id) ?? null}
                onSelect={select}
              />
            ))}
          </ul>
        </section>
      ))}
      {end}
    </section>
  );
}
