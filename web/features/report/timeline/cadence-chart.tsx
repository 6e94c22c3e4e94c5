import { memo } from 'react';
import type { RibbonModel } from './ribbon-model.ts';
import { areaPath, linearScale, linePath, roundStep, type Scale, ticks } from './scale.ts';
import { EXPECTED_SPREAD } from './titles.ts';

/** Height of the drawing, px. */
export const CADENCE_HEIGHT = 120;
const MARGIN = 10;
/** Least span of the scale, so that a steady runner's line is not torn into peaks, steps a minute. */
const LEAST_SPAN_SPM = 24;
const MOST_TICKS = 4;

/** Share of the line at each end that may leave the chart: a sensor that drops out must not flatten all the rest. */
const OUTLIERS = 0.05;

/** Nobody runs with a cadence this far below the usual; the line may leave the chart there, share of it (assumption). */
const DEEPEST = 0.25;

function middleOf(values: readonly number[]): number[] {
  const cut = Math.floor(values.length * OUTLIERS);
  return values.toSorted((a, b) => a - b).slice(cut, values.length - cut);
}

/** Vertical place of a cadence, with the span that it covers. */
export function cadenceScale(model: RibbonModel): { readonly y: Scale; readonly from: number; readonly to: number } {
  const expected = model.expectedSpm.filter((value) => value !== null);
  const known = [
    ...middleOf(model.cadenceSpm.filter((value) => value !== null)),
    ...expected.map((value) => value * (1 - EXPECTED_SPREAD)),
    ...expected.map((value) => value * (1 + EXPECTED_SPREAD)),
  ];
  const usual = expected.length === 0 ? Number.NaN : Math.min(...expected);
  // Stops and walks counted as running may be more than the tails that are cut.
  const [lowest, highest] = [Math.max(Math.min(...known), usual * (1 - DEEPEST) || 0), Math.max(...known)];
  const spare = Math.max(0, LEAST_SPAN_SPM - (highest - lowest)) / 2;
  const [from, to] = [lowest - spare, highest + spare];
  return { y: linearScale(from, to, CADENCE_HEIGHT - MARGIN, MARGIN), from, to };
}

/** Cadence along the way as a line in the band that is expected for the speed. The still part of the chart. */
export const CadenceChart = memo(function CadenceChart(props: {
  readonly model: RibbonModel;
  readonly x: Scale;
  readonly width: number;
}) {
  const { model, width } = props;
  const { y, from, to } = cadenceScale(model);
  const xs = model.places.map(props.x);
  const edge = (share: number) => model.expectedSpm.map((value) => (value === null ? null : y(value * (1 + share))));
  const line = model.cadenceSpm.map((value) => (value === null ? null : y(value)));
  return (
    <svg className="ribbon-svg cadence-svg" width={width} height={CADENCE_HEIGHT} aria-hidden="true">
      <path className="cadence-band" d={areaPath(xs, edge(EXPECTED_SPREAD), edge(-EXPECTED_SPREAD))} />
      <path className="cadence-line" d={linePath(xs, line)} />
      {ticks(from, to, roundStep(to - from, MOST_TICKS)).map((spm) => (
        <g key={spm}>
          <line className="grid-line" x1="0" x2={width} y1={y(spm)} y2={y(spm)} />
          <text className="tick-label" x="2" y={y(spm) - 4}>
            {spm} spm
          </text>
        </g>
      ))}
    </svg>
  );
});
