import type { ChartOptions, TooltipItem } from 'chart.js';
import type { Palette } from './palette.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** Months on the axis; more would touch one another. */
const MOST_LABELS = 9;
/** Every so many months, to choose from. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24];
const FEWEST_WEEKS_ON_SCREEN = 4;
/** Room for the values at the left and half a mark at the right, px: the same for all, so that weeks stand under each other. */
const VALUES_WIDTH = 58;
const RIGHT_PADDING = 8;

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const weekFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The middle of a week on the time axis, ms; columns stand over it. */
export const weekMiddle = (weekStart: string): number => Date.parse(`${weekStart}T00:00:00Z`) + WEEK_MS / 2;

/** `9 Mar 2026`, of a place on the time axis. */
export const weekName = (middleMs: number): string => weekFormat.format(middleMs - WEEK_MS / 2);

function monthStarts(fromMs: number, toMs: number): number[] {
  const from = new Date(fromMs);
  const months = (toMs - fromMs) / (30 * DAY_MS);
  const step = MONTH_STEPS.find((candidate) => months / candidate <= MOST_LABELS) ?? 24;
  const starts: number[] = [];
  for (let month = 0; ; month++) {
    const start = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1);
    if (start > toMs) return starts;
    if (start >= fromMs && new Date(start).getUTCMonth() % Math.min(step, 12) === 0) starts.push(start);
  }
}

function monthLabel(ms: number): string {
  const date = new Date(ms);
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthFormat.format(date);
}

/** What a chart over weeks shares: time axis with months, one value axis, quiet tooltip, zoom along time. */
export function weekOptions(args: {
  readonly weekStarts: readonly string[];
  readonly palette: Palette;
  readonly valueLabel: (value: number) => string;
  readonly tooltip: (item: TooltipItem<'bar' | 'line'>) => string | string[];
  readonly fromZero: boolean;
}): ChartOptions<'bar' | 'line'> {
  const { palette, weekStarts } = args;
  const min = weekMiddle(weekStarts[0] ?? '2000-01-03') - WEEK_MS / 2;
  const max = weekMiddle(weekStarts.at(-1) ?? '2000-01-03') + WEEK_MS / 2;
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
        min,
        max,
        grid: { color: palette.line, tickLength: 4, drawOnChartArea: false, drawTicks: true },
        border: { color: palette.quiet },
        ticks: {
          color: palette.quiet,
          maxRotation: 0,
          autoSkip: false,
          callback: (value) => monthLabel(Number(value)),
        },
        afterBuildTicks: (axis) => {
          axis.ticks = monthStarts(axis.min, axis.max).map((value) => ({ value }));
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
        limits: { x: { min, max, minRange: FEWEST_WEEKS_ON_SCREEN * WEEK_MS } },
        pan: { enabled: true, mode: 'x' },
        zoom: { mode: 'x', wheel: { enabled: true, modifierKey: 'ctrl' }, pinch: { enabled: true } },
      },
    },
  };
}
