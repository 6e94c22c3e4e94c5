import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'react';
import type { Week } from '#contract/trends';
import { altitude, METRES_PER_FOOT, type Units } from '../../lib/format.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { type Palette, readPalette } from './palette.ts';
import { weekOptions } from './week-axis.ts';
import { weekMiddle } from './week-ticks.ts';

function configOf(weeks: readonly Week[], units: Units, palette: Palette): ChartConfiguration<'bar' | 'line'> {
  const per = units === 'mi' ? METRES_PER_FOOT : 1;
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          label: words.trends.descent.bar,
          data: weeks.map((week) => ({ x: weekMiddle(week.weekStart), y: (week.descentM ?? Number.NaN) / per })),
          backgroundColor: palette.quiet,
          barPercentage: 0.6,
          categoryPercentage: 1,
          grouped: false,
        },
      ],
    },
    options: weekOptions({
      weekStarts: weeks.map((week) => week.weekStart),
      palette,
      fromZero: true,
      valueLabel: (value) => `${value} ${units === 'mi' ? 'ft' : 'm'}`,
      tooltip: (item) => altitude(Number(item.parsed.y) * per, units),
    }),
  };
}

/** Metres down by week: what a knee feels most of all hills. */
export function DescentChart(props: { readonly weeks: readonly Week[]; readonly label: string }) {
  const { units, scheme } = usePreferences();
  const { weeks } = props;
  const config = useMemo(() => configOf(weeks, units, readPalette(scheme)), [weeks, units, scheme]);
  return <ChartCanvas label={props.label} height={160} config={config} />;
}
