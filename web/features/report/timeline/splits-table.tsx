import { useMemo } from 'react';
import type { RunSplit, RunTrack } from '#contract/runs';
import type { ReportExtent } from '#core';
import { LoadBar } from '../../../components/load-bar.tsx';
import { type Column, FoldedTable } from '../../../components/number-table.tsx';
import { altitude, cadence, distance, loadNumber, metresPerUnit, pace, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { sampleAt } from './axis.ts';
import { splitsTitle } from './titles.ts';
import './splits-table.css';

const text = words.report.splits;
/** A longer table begins folded up, but on paper, where nobody can open it. */
const MOST_OPEN = 15;
/** A split this much of a kilometre or mile long is a whole one. */
const WHOLE = 0.95;
const METRES_PER_KM = 1000;

type NumberedSplit = RunSplit & { readonly number: number };

const lengthM = ({ startM, endM }: Pick<RunSplit, 'startM' | 'endM'>): number => endM - startM;
const rangeOf = (km: number) => ({ low: km, mid: km, high: km });

/** Kilometres or miles with knee load and descent; the one under the cursor stands out, and its number leads there. */
export function SplitsTable(props: {
  readonly track: RunTrack;
  readonly units: Units;
  /** Metres under the cursor. */
  readonly hereM: number | null;
  /** On paper all rows stand open. */
  readonly isPaper: boolean;
  /** Null where nothing moves. */
  readonly onShow: ((stretch: ReportExtent) => void) | null;
}) {
  const { track, units, hereM, onShow } = props;
  const rows = useMemo(() => track.splits[units].map((split, at) => ({ ...split, number: at + 1 })), [track, units]);
  const columns = useMemo((): Column<NumberedSplit>[] => {
    const scaleKm = 1.05 * Math.max(...rows.map((row) => Math.max(row.kneeLoadKm, lengthM(row) / METRES_PER_KM)));
    const timeAt = (metres: number) => track.timeS[sampleAt(track.distanceM, metres)] ?? 0;
    const show = ({ startM, endM }: RunSplit) => onShow?.({ startM, endM, startS: timeAt(startM), endS: timeAt(endM) });
    const isPart = (row: NumberedSplit) => lengthM(row) < WHOLE * metresPerUnit(units);
    const name = (row: NumberedSplit) => (
      <>
        {onShow ? (
          <button type="button" className="link-button" aria-label={text.show(row.number)} onClick={() => show(row)}>
            {row.number}
          </button>
        ) : (
          row.number
        )}
        {isPart(row) && <span className="quiet"> ({distance(lengthM(row), units)})</span>}
      </>
    );
    const load = ({ kneeLoadKm, ...split }: NumberedSplit) => (
      <div className="split-load">
        <span className="number">{loadNumber(kneeLoadKm, units)}</span>
        <LoadBar load={rangeOf(kneeLoadKm)} distanceM={lengthM(split)} scaleKm={scaleKm} />
      </div>
    );
    return [
      { head: units, cell: name },
      { head: `${text.load}, ${words.load.unit(units)}`, cell: load, isText: true },
      { head: text.descent, cell: (row) => altitude(row.descentM, units) },
      { head: text.pace, cell: (row) => pace(row.movingTimeS > 0 ? lengthM(row) / row.movingTimeS : null, units) },
      { head: text.climb, cell: (row) => altitude(row.ascentM, units) },
      { head: text.cadence, cell: (row) => cadence(row.cadenceSpm) },
    ];
  }, [rows, track, units, onShow]);
  // A run of less than two would be told twice.
  if (rows.length < 2) return null;
  return (
    <FoldedTable
      className="splits"
      title={splitsTitle(track, units)}
      startsOpen={rows.length <= MOST_OPEN}
      isPaper={props.isPaper}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.startM}
      isHere={(row) => hereM !== null && hereM >= row.startM && hereM < row.endM}
    />
  );
}
