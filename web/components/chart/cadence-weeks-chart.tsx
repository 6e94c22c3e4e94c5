import type { ChartConfiguration, Scale } from 'chart.js';
import { useMemo } from 'react';
import type { CadenceTrend, CadenceWeek } from '#contract/trends';
import { cadence } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartKey } from './chart-key.tsx';
import { type Palette, readPalette } from './palette.ts';
import { MARK_ROOM_PX, weekOptions } from './week-axis.ts';
import { weekMiddle } from './week-ticks.ts';

const text = words.trends.cadence;
type Expected = CadenceTrend['expected'];
type Changes = CadenceTrend['changes'];
/** The scale begins and ends on a multiple of this, steps a minute. */
const SCALE_STEP_SPM = 5;
/** Between values and the ends of the scale, so that no point is cut, steps a minute. */
const SCALE_ROOM_SPM = 1;
const HALF_WEEK_MS = 302_400_000;

/** Ends of the value axis: round numbers round the weeks on screen and what is expected. */
function roundEnds(axis: Scale, expected: Expected): void {
  const low = Math.min(axis.min, expected?.lowSpm ?? Number.POSITIVE_INFINITY);
  const high = Math.max(axis.max, expected?.highSpm ?? Number.NEGATIVE_INFINITY);
  axis.min = Math.floor((low - SCALE_ROOM_SPM) / SCALE_STEP_SPM) * SCALE_STEP_SPM;
  axis.max = Math.ceil((high + SCALE_ROOM_SPM) / SCALE_STEP_SPM) * SCALE_STEP_SPM;
}

const signed = (spm: number): string => `${spm > 0 ? '+' : '−'}${Math.abs(Math.round(spm))}`;

/** Lines where the cadence stepped to another level and stayed there. */
function changeLines(changes: Changes, palette: Palette) {
  return changes.map((change) => ({
    type: 'line' as const,
    adjustScaleRange: false,
    xMin: weekMiddle(change.weekStart) - HALF_WEEK_MS,
    xMax: weekMiddle(change.weekStart) - HALF_WEEK_MS,
    borderColor: palette.ink,
    borderWidth: 1.5,
    borderDash: [5, 4],
    label: {
      display: true,
      content: text.change(signed(change.changeSpm)),
      position: 'start' as const,
      backgroundColor: palette.ink,
      color: palette.paper,
      padding: 5,
    },
  }));
}

function configOf(
  { weeks, expected, changes, spread }: Pick<CadenceWeeksProps, 'weeks' | 'expected' | 'changes' | 'spread'>,
  palette: Palette,
): ChartConfiguration<'bar' | 'line'> {
  const at = (value: (week: CadenceWeek) => number | null) =>
    weeks.map((week) => ({ x: weekMiddle(week.weekStart), y: value(week) ?? Number.NaN }));
  const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0 };
  const options = weekOptions({
    weekStarts: weeks.map((week) => week.weekStart),
    palette,
    fromZero: false,
    valueLabel: (value) => String(value),
    tooltip: (item) => {
      const week = weeks[item.dataIndex];
      if (!week || item.datasetIndex !== 0) return [];
      return [cadence(week.cadenceSpm), `${spread}: ${cadence(week.lowSpm)} to ${cadence(week.highSpm)}`];
    },
  });
  const band = {
    type: 'box' as const,
    adjustScaleRange: false,
    yMin: expected?.lowSpm ?? 0,
    yMax: expected?.highSpm ?? 0,
    backgroundColor: palette.cadenceBand,
    borderWidth: 0,
    drawTime: 'beforeDatasetsDraw' as const,
  };
  const lines = changeLines(changes, palette);
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: text.own,
          data: at((week) => week.cadenceSpm),
          borderColor: palette.cadence,
          backgroundColor: palette.paper,
          pointBackgroundColor: palette.paper,
          pointBorderColor: palette.cadence,
          pointBorderWidth: 2,
          borderWidth: 2.5,
          clip: MARK_ROOM_PX,
          pointRadius: 3.5,
        },
        {
          ...edge,
          label: spread,
          data: at((week) => week.lowSpm),
          fill: '+1',
          backgroundColor: `color-mix(in srgb, ${palette.cadence} 30%, transparent)`,
        },
        { ...edge, label: spread, data: at((week) => week.highSpm), fill: false },
      ],
    },
    options: {
      ...options,
      scales: { ...options.scales, y: { ...options.scales?.y, afterDataLimits: (axis) => roundEnds(axis, expected) } },
      plugins: { ...options.plugins, annotation: { annotations: [...(expected ? [band] : []), ...lines] } },
    },
  };
}

const LINE_MARK = (
  <>
    <path d="M0 6h18" stroke="var(--cadence)" strokeWidth="2.5" />
    <circle cx="9" cy="6" r="3.4" fill="var(--paper)" stroke="var(--cadence)" strokeWidth="2" />
  </>
);
const SPREAD_MARK = <rect width="18" height="12" fill="var(--cadence)" opacity="0.3" />;
const CHANGE = {
  label: text.changeKey,
  mark: <path d="M9 0v12" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="3 2" />,
};
const EXPECTED = { label: text.expected, mark: <rect width="18" height="12" fill="var(--cadence-band)" /> };

interface CadenceWeeksProps {
  readonly weeks: readonly CadenceWeek[];
  readonly expected: Expected;
  readonly changes: Changes;
  /** What low and high of a week mean. */
  readonly spread: string;
  readonly label: string;
}

/** Cadence at the usual speed by week with the middle half of it, over the band that is expected. */
export function CadenceWeeksChart(props: CadenceWeeksProps) {
  const { scheme } = usePreferences();
  const { weeks, expected, changes, spread } = props;
  const config = useMemo(
    () => configOf({ weeks, expected, changes, spread }, readPalette(scheme)),
    [weeks, expected, changes, spread, scheme],
  );
  const key = [
    { label: text.own, mark: LINE_MARK },
    { label: spread, mark: SPREAD_MARK },
    ...(expected ? [EXPECTED] : []),
    ...(changes.length > 0 ? [CHANGE] : []),
  ];
  return (
    <>
      <ChartCanvas label={props.label} height={260} config={config} />
      <ChartKey entries={key} />
    </>
  );
}
