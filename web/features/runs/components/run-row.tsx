import { memo } from 'react';
import { Link } from 'wouter';
import type { RunSummary } from '#contract/runs';
import { LoadBar } from '../../../components/load-bar.tsx';
import { SeverityMark } from '../../../components/severity-mark.tsx';
import { shortDay } from '../../../lib/dates.ts';
import { distance, loadNumber, loadRange, pace, time } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

/** More flags than these are on the report. */
const FLAGS_SHOWN = 2;

/** One run of the list; the whole row leads to its report. */
export const RunRow = memo(function RunRow(props: {
  readonly run: RunSummary;
  readonly scaleKm: number;
  /** Null while nothing is being chosen. */
  readonly isSelected: boolean | null;
  readonly onSelect: (id: string, isOn: boolean) => void;
}) {
  const { run, scaleKm, isSelected } = props;
  const { units } = usePreferences();
  const load = run.kneeLoadKm;
  const meanSpeedMps = run.movingTimeS > 0 ? run.distanceM / run.movingTimeS : null;
  const paced = [time(run.movingTimeS), pace(meanSpeedMps, units)];
  const facts = [...paced, words.runs.subSport(run.subSport), run.title, run.gear];
  const unit = words.load.unit(units);
  return (
    <li className={isSelected === null ? undefined : 'run-choosable'}>
      {isSelected !== null && (
        <input
          type="checkbox"
          aria-label={words.runs.select.one(shortDay(run.startedAt), distance(run.distanceM, units))}
          checked={isSelected}
          onChange={(event) => props.onSelect(run.id, event.target.checked)}
        />
      )}
      <Link href={`/runs/${run.id}`} className="run-row">
        <span className="run-day">{shortDay(run.startedAt)}</span>
        <span className="run-distance">{distance(run.distanceM, units)}</span>
        <span className="run-facts">{facts.filter((fact) => fact !== null).join(' · ')}</span>
        <span className="run-bar">
          <LoadBar load={load} distanceM={run.distanceM} scaleKm={scaleKm} />
          <span className="run-load" aria-hidden="true">
            <strong>{loadNumber(load.mid, units)}</strong> <span className="quiet">({loadRange(load, units)})</span>
          </span>
          <span className="visually-hidden">
            {words.runs.list.rangeText(loadNumber(load.mid, units), loadRange(load, units), unit)}
          </span>
        </span>
        <span className="run-flags">
          {run.flags.slice(0, FLAGS_SHOWN).map((flag) => (
            <SeverityMark key={flag.id} severity={flag.severity} label={flag.title} />
          ))}
        </span>
      </Link>
    </li>
  );
});
