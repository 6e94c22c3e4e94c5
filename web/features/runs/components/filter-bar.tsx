import { type ReactNode, useId, useMemo, useState } from 'react';
import type { RunSummary } from '#contract/runs';
import { metresPerUnit } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { ANY_FLAG, EVERY_RUN, groundName, NO_FLAG, ORDERS, type Order, type RunFilter } from '../run-filter.ts';
import './filter-bar.css';

const text = words.runs.filter;
const YEAR_DIGITS = 4;

/** The year that the dates of a filter span; empty where they span none, or something else. */
function yearOf({ from, to }: RunFilter): string {
  const year = from.slice(0, YEAR_DIGITS);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : '';
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} className="input" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Box(props: {
  readonly label: string;
  readonly type: 'date' | 'number';
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="input"
        type={props.type}
        {...(props.type === 'number' ? { min: 0, step: 'any', inputMode: 'decimal' as const } : {})}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

/** Kinds and flags that these runs hold, to choose from. */
function useOptions(runs: readonly RunSummary[]) {
  return useMemo(() => {
    const kinds = new Set(
      runs.flatMap((run) => (words.runs.subSport(run.subSport) === null ? [] : [run.subSport ?? ''])),
    );
    const flags = new Map(runs.flatMap((run) => run.flags.map(({ id, title }) => [id, title] as const)));
    const kindOptions = [...kinds].sort().map((kind) => [kind, words.runs.subSport(kind) ?? kind] as const);
    const grounds = new Set(runs.flatMap((run) => run.ground ?? []));
    const groundOptions = [...grounds].sort().map((ground) => [ground, groundName(ground)] as const);
    const years = [...new Set(runs.map((run) => run.startedAt.slice(0, YEAR_DIGITS)))].sort().reverse();
    return {
      years: [['', text.allYears], ...years.map((year) => [year, year] as const)] as const,
      grounds: [['', text.anyGround], ...groundOptions] as const,
      kinds: [['', text.anyKind], ...kindOptions] as const,
      flags: [['', text.allRuns], [ANY_FLAG, text.anyFlag], [NO_FLAG, text.noFlag], ...flags] as const,
    };
  }, [runs]);
}

/**
 * Search, filter and order of the list.
 *
 * @param runs - all of them, for what there is to choose from
 */
export function FilterBar(props: {
  readonly runs: readonly RunSummary[];
  readonly filter: RunFilter;
  readonly onFilter: (filter: RunFilter) => void;
  /** How many are left, and what can be done with them. */
  readonly children: ReactNode;
}) {
  const { units } = usePreferences();
  const { filter, onFilter } = props;
  const { kinds, grounds, flags, years } = useOptions(props.runs);
  const search = useId();
  const fields = useId();
  const [isOpen, setIsOpen] = useState(false);
  const set = (change: Partial<RunFilter>) => onFilter({ ...filter, ...change });
  const per = metresPerUnit(units);
  const metres = (value: string) => (value === '' ? null : Number(value) * per);
  const shown = (value: number | null) => (value === null ? '' : String(Math.round((value / per) * 100) / 100));
  return (
    <search className="filter-bar">
      <div className="filter-search">
        <label className="visually-hidden" htmlFor={search}>
          {text.search}
        </label>
        <input
          id={search}
          className="input"
          type="search"
          placeholder={text.searchShort}
          value={filter.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <button
          type="button"
          className="button"
          aria-expanded={isOpen}
          aria-controls={fields}
          onClick={() => setIsOpen(!isOpen)}
        >
          {text.more}
        </button>
      </div>
      <div className="filter-fields" id={fields} hidden={!isOpen}>
        <Choice
          label={text.order}
          value={filter.order}
          options={ORDERS.map((order) => [order, text.orders[order]] as const)}
          onChange={(order) => set({ order: order as Order })}
        />
        <Choice label={text.flag} value={filter.flag} options={flags} onChange={(flag) => set({ flag })} />
        {kinds.length > 1 && (
          <Choice label={text.kind} value={filter.kind} options={kinds} onChange={(kind) => set({ kind })} />
        )}
        {grounds.length > 1 && (
          <Choice label={text.ground} value={filter.ground} options={grounds} onChange={(ground) => set({ ground })} />
        )}
        {years.length > 2 && (
          <Choice
            label={text.year}
            value={yearOf(filter)}
            options={years}
            onChange={(year) =>
              set(year === '' ? { from: '', to: '' } : { from: `${year}-01-01`, to: `${year}-12-31` })
            }
          />
        )}
        <Box label={text.from} type="date" value={filter.from} onChange={(from) => set({ from })} />
        <Box label={text.to} type="date" value={filter.to} onChange={(to) => set({ to })} />
        <Box
          label={text.least(units)}
          type="number"
          value={shown(filter.leastM)}
          onChange={(value) => set({ leastM: metres(value) })}
        />
        <Box
          label={text.most(units)}
          type="number"
          value={shown(filter.mostM)}
          onChange={(value) => set({ mostM: metres(value) })}
        />
      </div>
      <div className="filter-result">
        {props.children}
        {filter !== EVERY_RUN && (
          <button type="button" className="link-button" onClick={() => onFilter(EVERY_RUN)}>
            {text.reset}
          </button>
        )}
      </div>
    </search>
  );
}
