import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'react';
import { plainDate } from '../../lib/dates.ts';
import type { PainDay } from '../../lib/pain-days.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartKey } from './chart-key.tsx';
import { type Palette, readPalette } from './palette.ts';
import { MARK_ROOM_PX, weekOptions } from './week-axis.ts';

const text = words.trends.pain;
/** Top of the scale that pain is told on. */
const WORST_SCORE = 10;
const NOON_MS = 43_200_000;

function configOf(
  days: readonly PainDay[],
  weekStarts: readonly string[],
  palette: Palette,
): ChartConfiguration<'bar' | 'line'> {
  const options = weekOptions({
    weekStarts,
    palette,
    fromZero: true,
    valueLabel: (value) => String(value),
    tooltip: (item) => `${item.parsed.y} / ${WORST_SCORE}`,
  });
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: text.mark,
          data: days.map((day) => ({ x: Date.parse(`${day.date}T00:00:00Z`) + NOON_MS, y: day.worst })),
          showLine: false,
          pointStyle: 'rectRot',
          clip: MARK_ROOM_PX,
          pointRadius: 6,
          pointHoverRadius: 8,
          pointBackgroundColor: palette.ink,
          pointBorderColor: palette.paper,
        },
      ],
    },
    options: {
      ...options,
      interaction: { mode: 'nearest', intersect: true },
      scales: { ...options.scales, y: { ...options.scales?.y, min: 0, max: WORST_SCORE } },
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins?.tooltip,
          callbacks: {
            ...options.plugins?.tooltip?.callbacks,
            title: ([item]) => plainDate(days[item?.dataIndex ?? 0]?.date ?? ''),
          },
        },
      },
    },
  };
}

const KEY = [{ label: text.mark, mark: <path d="M9 0l6 6-6 6-6-6z" fill="var(--ink)" /> }];

/** Days with pain on the axis of the weeks, so that they stand under the load that came before them. */
export function PainChart(props: {
  readonly days: readonly PainDay[];
  readonly weekStarts: readonly string[];
  readonly label: string;
}) {
  const { scheme } = usePreferences();
  const { days, weekStarts } = props;
  const config = useMemo(() => configOf(days, weekStarts, readPalette(scheme)), [days, weekStarts, scheme]);
  return (
    <>
      <ChartCanvas label={props.label} height={150} config={config} />
      <ChartKey entries={KEY} />
    </>
  );
}
