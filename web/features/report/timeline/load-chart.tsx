import { memo } from 'react';
import { words } from '../../../lib/words.ts';
import type { RibbonModel } from './ribbon-model.ts';
import { areaPath, linearScale, linePath, type Scale, ticks } from './scale.ts';

/** Height of the drawing, px. */
export const LOAD_HEIGHT = 96;
/** Room over the topmost line for its label. */
const MARGIN = 18;
/** The scale reaches at least so far, so that an even run does not look torn; flat easy running is 1. */
const LEAST_TOP = 1.6;
/** A few steps across a stop or a leap of the sensor may leave the chart. */
const OUTLIERS = 0.01;

/** Vertical place of a knee load per km, from zero. */
export function loadScale(model: RibbonModel): { readonly y: Scale; readonly top: number } {
  const known = model.loadPerKm.filter((value) => value !== null).sort((a, b) => a - b);
  const top = Math.max(LEAST_TOP, known[Math.floor(known.length * (1 - OUTLIERS))] ?? 0);
  return { y: linearScale(0, top, LOAD_HEIGHT - 1, MARGIN), top };
}

/** Knee load per km along the way, and what a change would make of it. The still part of the chart. */
export const LoadChart = memo(function LoadChart(props: {
  readonly model: RibbonModel;
  /** The changed run's load per km at the same steps. */
  readonly changed: readonly (number | null)[] | null;
  readonly x: Scale;
  readonly width: number;
}) {
  const { model, width } = props;
  const { y, top } = loadScale(model);
  const xs = model.places.map(props.x);
  const ys = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : y(value)));
  const line = ys(model.loadPerKm);
  return (
    <svg className="ribbon-svg load-svg" width={width} height={LOAD_HEIGHT} aria-hidden="true">
      <path
        className="load-area"
        d={areaPath(
          xs,
          line,
          line.map(() => y(0)),
        )}
      />
      <path className="load-line" d={linePath(xs, line)} />
      {props.changed && <path className="load-line-changed" d={linePath(xs, ys(props.changed))} />}
      {ticks(0, top, top > 3 ? 2 : 1).map((load) => (
        <g key={load}>
          <line className={load === 1 ? 'easy-line' : 'grid-line'} x1="0" x2={width} y1={y(load)} y2={y(load)} />
          {load > 0 && (
            <text className="tick-label" x="2" y={y(load) - 4}>
              {load === 1 ? words.paint.easy : `${load} ×`}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
});
