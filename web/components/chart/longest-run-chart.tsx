import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'react';
import type { Week } from '#contract/trends';
import { distance, metresPerUnit } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { isSpike } from '../../lib/spike.ts';
import { words } from '../../lib/words.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartKey } from './chart-key.tsx';
import { type Palette, readPalette } from './palette.ts';
import { MARK_ROOM_PX, weekOptions } from './week-axis.ts';
import { weekMiddle } from './week-ticks.ts';

const text = words.trends.longest;
type Units = 'km' | 'mi';

function configOf(weeks: readonly Week[], units: Units, palette: Palette): ChartConfiguration<'bar' | 'line'> {
  const per = metresPerUnit(units);
  const at = (value: (week: Week) => number | null) =>
    weeks.map((week) => ({ x: weekMiddle(week.weekStart), y: (value(week) ?? Number.NaN) / per }));
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: text.run,
          data: at((week) => (week.longestRunM > 0 ? week.longestRunM : null)),
          showLine: false,
          clip: MARK_ROOM_PX,
          pointStyle: weeks.map((week) => (isSpike(week) ? 'triangle' : 'circle')),
          pointRadius: weeks.map((week) => (isSpike(week) ? 7 : 4)),
          pointHoverRadius: 8,
          pointBackgroundColor: weeks.map((week) => (isSpike(week) ? palette.ink : palette.paper)),
          pointBorderColor: palette.ink,
          pointBorderWidth: 1.5,
        },
        {
          label: text.line,
          data: at((week) => week.longestBefore30dM),
          stepped: 'middle',
          borderColor: palette.quiet,
          borderWidth: 1.5,
          pointRadius: 0,
        },
      ],
    },
    options: weekOptions({
      weekStarts: weeks.map((week) => week.weekStart),
      palette,
      fromZero: true,
      valueLabel: (value) => `${value} ${units}`,
      tooltip: (item) => `${item.dataset.label ?? ''}: ${distance(Number(item.parsed.y) * per, units)}`,
    }),
  };
}

const KEY = [
  { label: text.run, mark: <circle cx="9" cy="6" r="4" fill="none" stroke="var(--ink)" strokeWidth="1.5" /> },
  { label: text.spike, mark: <path d="M9 0l7 12H2z" fill="var(--ink)" /> },
  { label: text.line, mark: <path d="M0 9h9V3h9" fill="none" stroke="var(--quiet)" strokeWidth="1.5" /> },
];

/** Longest run of each week against the longest of the 30 days before it, as a stepped line. */
export function LongestRunChart(props: { readonly weeks: readonly Week[]; readonly label: string }) {
  const { units, scheme } = usePreferences();
  const { weeks } = props;
  const config = useMemo(() => configOf(weeks, units, readPalette(scheme)), [weeks, units, scheme]);
  return (
    <>
      <ChartCanvas label={props.label} height={220} config={config} />
      <ChartKey entries={KEY} />
    </>
  );
}
