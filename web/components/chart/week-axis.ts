import type { ChartOptions, TooltipItem } from 'chart.js';
import type { Palette } from './palette.ts';
import { tickLabel, tickPlaces, WEEK_MS, weekName } from './week-ticks.ts';
import { FEWEST_WEEKS, latestWeeks } from './week-window.ts';

/** Marks may stand out over the edge of a chart by so much, px, so that that of the latest week is whole. */
export const MARK_ROOM_PX = 9;

/** Room for the values at the left and half a mark at the right, px: the same for all, so that weeks stand under each other. */
const VALUES_WIDTH = 58;
const RIGHT_PADDING = 8;

/** What a chart over weeks shares: time axis with months, one value axis, quiet tooltip, zoom along time. */
export function weekOptions(args: {
  readonly weekStarts: readonly string[];
  readonly palette: Palette;
  readonly valueLabel: (value: number) => string;
  readonly tooltip: (item: TooltipItem<'bar' | 'line'>) => string | string[];
  readonly fromZero: boolean;
}): ChartOptions<'bar' | 'line'> {
  const { palette, weekStarts } = args;
  const { fromMs: min, toMs: max } = latestWeeks(weekStarts, weekStarts.length);
  return {
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { right: RIGHT_PADDING } },
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        type: 'linear',
        // Columns would else add half a step between labels at both ends, and the charts would not stand under one another.
        offset: false,
        grid: { color: palette.line, tickLength: 4, drawOnChartArea: false, drawTicks: true },
        border: { color: palette.quiet },
        ticks: {
          color: palette.quiet,
          maxRotation: 0,
          autoSkip: false,
          callback(value) {
            return tickLabel(Number(value), this.min, this.max);
          },
        },
        afterBuildTicks: (axis) => {
          axis.ticks = tickPlaces(weekStarts, axis.min, axis.max).map((value) => ({ value }));
        },
      },
      y: {
        beginAtZero: args.fromZero,
        afterFit: (axis) => {
          axis.width = VALUES_WIDTH;
        },
        grid: { color: palette.line },
        border: { display: false },
        ticks: { color: palette.quiet, maxTicksLimit: 6, callback: (value) => args.valueLabel(Number(value)) },
      },
    },
    plugins: {
      tooltip: {
        backgroundColor: palette.ink,
        titleColor: palette.paper,
        bodyColor: palette.paper,
        displayColors: false,
        padding: 10,
        cornerRadius: 8,
        callbacks: {
          title: ([item]) => (item ? `Week of ${weekName(Number(item.parsed.x))}` : ''),
          label: args.tooltip,
        },
      },
      zoom: {
        limits: { x: { min, max, minRange: FEWEST_WEEKS * WEEK_MS } },
        pan: { enabled: true, mode: 'x' },
        zoom: { mode: 'x', wheel: { enabled: true, modifierKey: 'ctrl' }, pinch: { enabled: true } },
      },
    },
  };
}
