import { memo, useId } from 'react';
import type { Report } from '#core';
import { altitude as altitudeText, type Units } from '../../../lib/format.ts';
import type { Paint } from '../../../lib/paint.ts';
import type { Axis } from './axis.ts';
import type { Flag } from './flags.ts';
import type { RibbonModel } from './ribbon-model.ts';
import { areaPath, linearScale, linePath, type Scale } from './scale.ts';
import { STRIP_HEIGHT, SurfaceStrip } from './surface-strip.tsx';

/** Height of the room for the band, px. */
const RIBBON_HEIGHT = 200;
/** The same for a run without altitude, whose band is as high everywhere, px. */
const LEVEL_HEIGHT = 84;
/** Between band and strip of ground, and under it, px. */
const STRIP_GAP = 3;
/** Room above the highest point for its label, px. */
const HEADROOM = 30;
/** The lowest point still stands this high, so that its load can be seen, px. */
const FOOTING = 58;
/** A flatter run is not stretched to look hilly, metres. */
const LEAST_SPAN_M = 30;
/** Share of the room a flat run leaves that goes under it, so that its band is thick enough to read. */
const SPARE_BELOW = 0.8;

const isLevel = (model: RibbonModel) => model.altitudeM.every((value) => value === null);
const bandHeight = (model: RibbonModel) => (isLevel(model) ? LEVEL_HEIGHT : RIBBON_HEIGHT);

/** Whole height of the drawing, px. */
export const ribbonHeight = (model: RibbonModel): number => bandHeight(model) + STRIP_GAP + STRIP_HEIGHT + STRIP_GAP;

/** Vertical place of an altitude on the ribbon; without altitude the top edge. */
export function altitudeScale(model: RibbonModel): Scale {
  const known = model.altitudeM.filter((value) => value !== null);
  if (known.length === 0) return () => 1;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const spare = Math.max(0, LEAST_SPAN_M - (highest - lowest));
  return linearScale(
    lowest - spare * SPARE_BELOW,
    highest + spare * (1 - SPARE_BELOW),
    RIBBON_HEIGHT - FOOTING,
    HEADROOM,
  );
}

function Extremes(props: { readonly model: RibbonModel; readonly x: Scale; readonly y: Scale; readonly units: Units }) {
  const { altitudeM, extremesM, places } = props.model;
  const known = altitudeM.filter((value) => value !== null);
  if (known.length === 0 || extremesM === null) return null;
  const edge = props.x(places.at(-1) ?? 0) - 24;
  const labels = [
    { drawnM: Math.max(...known), told: extremesM.highest },
    { drawnM: Math.min(...known), told: extremesM.lowest },
  ];
  return labels.map(({ drawnM, told }) => (
    <text
      key={drawnM}
      className="ribbon-label"
      x={Math.min(edge, Math.max(26, props.x(places[altitudeM.indexOf(drawnM)] ?? 0)))}
      y={props.y(drawnM) - 8}
      textAnchor="middle"
    >
      {altitudeText(told, props.units)}
    </text>
  ));
}

interface RibbonChartProps {
  readonly model: RibbonModel;
  readonly x: Scale;
  readonly width: number;
  readonly report: Report;
  readonly flags: readonly Flag[];
  readonly chosen: string | null;
  readonly paint: Paint;
  readonly axis: Axis;
  readonly units: Units;
}

/** Altitude over the way, filled with the colours of the paint; flagged stretches are framed. The still part of the ribbon. */
export const RibbonChart = memo(function RibbonChart(props: RibbonChartProps) {
  const { model, x, width } = props;
  const id = useId();
  const y = altitudeScale(model);
  const isFlat = isLevel(model);
  const height = bandHeight(model);
  // One finding at a time: shades upon shades would read as another quantity.
  const shaded = props.flags.find((flag) => flag.finding.id === props.chosen) ?? props.flags[0];
  const xs = model.places.map(x);
  // The first and last step are drawn out to the edges, so that the band fills its width.
  xs[0] = 0;
  xs[xs.length - 1] = width;
  const tops = isFlat
    ? model.loadPerKm.map((load) => (load === null ? null : y(0)))
    : model.altitudeM.map((value) => (value === null ? null : y(value)));
  const floor = tops.map(() => height);
  return (
    <svg className="ribbon-svg" width={width} height={ribbonHeight(model)} aria-hidden="true">
      <defs>
        <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2={width} y1="0" y2="0">
          {xs.map((at, step) => (
            <stop key={at} offset={at / width} stopColor={props.paint.colour(model.painted[step] ?? null)} />
          ))}
        </linearGradient>
        <pattern id={`${id}gap`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
      <rect x="0" y={height - FOOTING / 2} width={width} height={FOOTING / 2} fill={`url(#${id}gap)`} />
      {shaded?.finding.where.map(props.axis.spanOf).map(({ from, to }) => (
        <rect
          key={from}
          className={shaded.finding.id === props.chosen ? 'flag-shade flag-shade-chosen' : 'flag-shade'}
          x={x(from)}
          width={Math.max(2, x(to) - x(from))}
          y="0"
          height={height}
        />
      ))}
      <path d={areaPath(xs, tops, floor)} fill={`url(#${id})`} />
      <path d={linePath(xs, tops)} className="ribbon-line" />
      {!isFlat && <Extremes model={model} x={x} y={y} units={props.units} />}
      <SurfaceStrip
        segments={props.report.segments.surface}
        x={x}
        axis={props.axis}
        width={width}
        top={height + STRIP_GAP}
        hatch={`${id}gap`}
      />
    </svg>
  );
});
