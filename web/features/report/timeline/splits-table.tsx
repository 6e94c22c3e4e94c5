import { useMemo } from 'react';
import type { RunSplit, RunTrack } from '#contract/runs';
import type { ReportExtent } from '#core';
import { LoadBar } from '../../../components/load-bar.tsx';
import { altitude, cadence, distanceNumber, loadNumber, pace, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { sampleAt } from './axis.ts';
import './splits-table.css';

const text = words.report.splits;
/** A longer table begins folded up. */
const MOST_OPEN = 15;
const METRES_PER_KM = 1000;

const rangeOf = (km: number) => ({ low: km, mid: km, high: km });

function Row(props: {
  readonly split: RunSplit;
  readonly at: number;
  readonly units: Units;
  readonly scaleKm: number;
  readonly isHere: boolean;
  readonly onShow: (() => void) | null;
}) {
  const { split, units } = props;
  const lengthM = split.endM - split.startM;
  const speedMps = split.movingTimeS > 0 ? lengthM / split.movingTimeS : null;
  return (
    <tr className={props.isHere ? 'split-here' : undefined}>
      <th scope="row">
        {props.onShow ? (
          <button type="button" className="link-button" aria-label={text.show(props.at + 1)} onClick={props.onShow}>
            {props.at + 1}
          </button>
        ) : (
          props.at + 1
        )}
      </th>
      <td className="number">{distanceNumber(lengthM, units)}</td>
      <td className="number">{pace(speedMps, units)}</td>
      <td className="number">{altitude(split.ascentM, units)}</td>
      <td className="number">{altitude(split.descentM, units)}</td>
      <td className="number">{cadence(split.cadenceSpm)}</td>
      <td className="split-load">
        <LoadBar load={rangeOf(split.kneeLoadKm)} distanceM={lengthM} scaleKm={props.scaleKm} />
        <span className="number">{loadNumber(split.kneeLoadKm, units)}</span>
      </td>
    </tr>
  );
}

/** Kilometres or miles with knee load and descent; the one under the cursor stands out, and its number leads there. */
export function SplitsTable(props: {
  readonly track: RunTrack;
  readonly units: Units;
  /** Metres under the cursor. */
  readonly hereM: number | null;
  /** Null on paper, where nothing moves. */
  readonly onShow: ((stretch: ReportExtent) => void) | null;
}) {
  const { track, units, hereM, onShow } = props;
  const rows = track.splits[units];
  const scaleKm = useMemo(
    () => 1.05 * Math.max(...rows.map((row) => Math.max(row.kneeLoadKm, (row.endM - row.startM) / METRES_PER_KM))),
    [rows],
  );
  const timeAt = (metres: number) => track.timeS[sampleAt(track.distanceM, metres)] ?? 0;
  return (
    <details className="splits" open={rows.length <= MOST_OPEN}>
      <summary>{text.title(rows.length, units)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section className="table-scroll" aria-label={text.label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{units}</th>
              <th scope="col" className="number">
                {text.length}
              </th>
              <th scope="col" className="number">
                {text.pace}
              </th>
              <th scope="col" className="number">
                {text.climb}
              </th>
              <th scope="col" className="number">
                {text.descent}
              </th>
              <th scope="col" className="number">
                {text.cadence}
              </th>
              <th scope="col">{`${text.load}, ${words.load.unit(units)}`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((split, at) => (
              <Row
                key={split.startM}
                split={split}
                at={at}
                units={units}
                scaleKm={scaleKm}
                isHere={hereM !== null && hereM >= split.startM && hereM < split.endM}
                onShow={
                  onShow &&
                  (() => {
                    const { startM, endM } = split;
                    onShow({ startM, endM, startS: timeAt(startM), endS: timeAt(endM) });
                  })
                }
              />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
