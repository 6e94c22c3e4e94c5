import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'react';
import type { Week } from '#contract/trends';
import { distance, loadNumber, loadRange, metresPerUnit } from '../../lib/format.ts';
import { loadColour } from '../../lib/load-ramp.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartKey } from './chart-key.tsx';
import { type Palette, readPalette } from './palette.ts';
import { weekOptions } from './week-axis.ts';
import { weekMiddle } from './week-ticks.ts';

const text = words.trends.weeks;
const METRES_PER_KM = 1000;
type Units = 'km' | 'mi';

/** Width of the line of a range where a week has room, px, and the share of a week that it takes where there is less: on a phone a year would be all lines. */
const WIDEST_RANGE = 1.5;
const RANGE_SHARE = 0.25;

function configOf(weeks: readonly Week[], units: Units, palette: Palette): ChartConfiguration<'bar' | 'line'> {
  const per = metresPerUnit(units);
  const load = (km: number) => (km * METRES_PER_KM) / per;
  const colours = weeks.map((week) =>
    loadColour(week.distanceM > 0 ? (week.kneeLoadKm.mid * METRES_PER_KM) / week.distanceM : null, palette.scheme),
  );
  const options = weekOptions({
    weekStarts: weeks.map((week) => week.weekStart),
    palette,
    fromZero: true,
    valueLabel: (value) => `${value} ${units}`,
    tooltip: (item) => {
      const week = weeks[item.dataIndex];
      if (!week) return [];
      if (week.runs === 0) return text.rest;
      const about = `about ${loadNumber(week.kneeLoadKm.mid, units)} (${loadRange(week.kneeLoadKm, units)})`;
      return [
        `${text.distance}: ${distance(week.distanceM, units)}`,
        `${text.load}: ${about} ${words.load.unit(units)}`,
      ];
    },
  });
  return {
    type: 'bar',
    data: {
      labels: weeks.map((week) => weekMiddle(week.weekStart)),
      datasets: [
        {
          label: text.range,
          data: weeks.map(({ kneeLoadKm: { low, high } }): [number, number] => [load(low), load(high)]),
          backgroundColor: palette.ink,
          barPercentage: RANGE_SHARE,
          categoryPercentage: 1,
          maxBarThickness: WIDEST_RANGE,
          grouped: false,
          order: 0,
        },
        {
          label: text.load,
          data: weeks.map((week) => load(week.kneeLoadKm.mid)),
          backgroundColor: colours,
          barPercentage: 0.52,
          categoryPercentage: 1,
          grouped: false,
          order: 1,
        },
        {
          label: text.distance,
          data: weeks.map((week) => week.distanceM / per),
          backgroundColor: palette.distance,
          barPercentage: 0.9,
          categoryPercentage: 1,
          grouped: false,
          order: 2,
        },
      ],
    },
    options: {
      ...options,
      plugins: {
        ...options.plugins,
        // Only the load's own column speaks for the week.
        tooltip: { ...options.plugins?.tooltip, filter: (item) => item.datasetIndex === 1 },
      },
    },
  };
}

const RAMP_MARK = (
  <>
    <rect width="6" height="12" fill="var(--ramp-1)" />
    <rect x="6" width="6" height="12" fill="var(--ramp-2)" />
    <rect x="12" width="6" height="12" fill="var(--ramp-3)" />
  </>
);
const KEY = [
  { label: text.distance, mark: <rect width="18" height="12" fill="var(--distance)" /> },
  { label: text.load, mark: RAMP_MARK },
  { label: text.range, mark: <path d="M9 0v12" stroke="var(--ink)" strokeWidth="1.5" /> },
];

/** Weeks as columns: distance pale, knee load on the ramp, its range as a line. */
export function WeeksChart(props: { readonly weeks: readonly Week[]; readonly label: string }) {
  const { units, scheme } = usePreferences();
  const { weeks } = props;
  const config = useMemo(() => configOf(weeks, units, readPalette(scheme)), [weeks, units, scheme]);
  return (
    <>
      <ChartCanvas label={props.label} height={300} config={config} />
      <ChartKey entries={KEY} />
    </>
  );
}
