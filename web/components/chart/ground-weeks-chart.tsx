import type { ChartConfiguration } from 'chart.js';
import { useMemo } from 'react';
import type { Week } from '#contract/trends';
import { distance, metresPerUnit, type Units } from '../../lib/format.ts';
import { GROUND_GROUPS, type GroundGroup, groundMetres } from '../../lib/ground-groups.ts';
import { GROUND_GREYS } from '../../lib/paint.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartKey } from './chart-key.tsx';
import { type Palette, readPalette } from './palette.ts';
import { weekOptions } from './week-axis.ts';
import { weekMiddle } from './week-ticks.ts';

const text = words.trends.ground;

/** Place of each kind's grey, hard to soft. */
const GREY: Readonly<Record<Exclude<GroundGroup, 'unknown'>, number>> = {
  paved: 0,
  'paved-assumed': 0,
  unpaved: 2,
  'unpaved-assumed': 2,
  treadmill: 4,
};
const isAssumed = (group: GroundGroup): boolean => group.endsWith('-assumed');
const greyOf = (group: GroundGroup, greys: readonly string[], unknown: string): string =>
  group === 'unknown' ? unknown : (greys[GREY[group]] ?? unknown);

/** Width of a stripe and of the room beside it, px. */
const STRIPE_PX = 4;

/** Slanted stripes: what is assumed is drawn less solid than what is known. */
function stripes(colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 2 * STRIPE_PX;
  tile.height = 2 * STRIPE_PX;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = STRIPE_PX / 2;
  for (const shift of [-2, 0, 2]) {
    pen.moveTo((shift - 1) * STRIPE_PX, 2 * STRIPE_PX + STRIPE_PX);
    pen.lineTo((shift + 2) * STRIPE_PX, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
}

function configOf(weeks: readonly Week[], units: Units, palette: Palette): ChartConfiguration<'bar' | 'line'> {
  const per = metresPerUnit(units);
  const metres = weeks.map((week) => groundMetres(week.surfaces));
  const options = weekOptions({
    weekStarts: weeks.map((week) => week.weekStart),
    palette,
    fromZero: true,
    valueLabel: (value) => `${value} ${units}`,
    tooltip: (item) => {
      const group = GROUND_GROUPS[item.datasetIndex];
      const way = group === undefined ? 0 : (metres[item.dataIndex]?.[group] ?? 0);
      return group === undefined || way === 0 ? [] : `${text.groups[group]}: ${distance(way, units)}`;
    },
  });
  const { scales } = options;
  return {
    type: 'bar',
    data: {
      datasets: GROUND_GROUPS.map((group) => {
        const grey = greyOf(group, GROUND_GREYS[palette.scheme], palette.line);
        return {
          label: text.groups[group],
          data: weeks.map((week, at) => ({ x: weekMiddle(week.weekStart), y: (metres[at]?.[group] ?? 0) / per })),
          backgroundColor: isAssumed(group) ? stripes(grey) : grey,
          borderColor: grey,
          borderWidth: isAssumed(group) ? 1 : 0,
          barPercentage: 0.8,
          categoryPercentage: 1,
          stack: 'ground',
        };
      }),
    },
    options: {
      ...options,
      scales: { x: { ...scales?.x, stacked: true }, y: { ...scales?.y, stacked: true } },
    },
  };
}

function mark(group: GroundGroup, greys: readonly string[]) {
  const grey = greyOf(group, greys, 'var(--line)');
  if (!isAssumed(group)) return <rect width="18" height="12" fill={grey} />;
  return (
    <>
      <rect x="0.5" y="0.5" width="17" height="11" fill="none" stroke={grey} />
      <path d="M1 11 11 1M7 11 17 1" stroke={grey} strokeWidth="2" />
    </>
  );
}

/** Weeks as columns of ground, what is known below, what is assumed striped above it, what is not known on top. */
export function GroundWeeksChart(props: { readonly weeks: readonly Week[]; readonly label: string }) {
  const { units, scheme } = usePreferences();
  const { weeks } = props;
  const config = useMemo(() => configOf(weeks, units, readPalette(scheme)), [weeks, units, scheme]);
  const all = groundMetres(weeks.flatMap((week) => week.surfaces));
  const shown = GROUND_GROUPS.filter((group) => all[group] > 0);
  const entries = shown.map((group) => ({
    label: text.groups[group],
    mark: mark(group, GROUND_GREYS[scheme]),
  }));
  return (
    <>
      <ChartCanvas label={props.label} height={200} config={config} />
      <ChartKey entries={entries} />
    </>
  );
}
