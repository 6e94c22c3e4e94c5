import { counted } from './format.ts';

/** Words of the trends page. */
export const trendsWords = {
  title: 'Trends',
  what: 'the trends',
  empty: 'No weeks to show yet',
  emptyDetail: 'After the first runs, this page shows load and cadence over the weeks.',
  emptyLink: 'Add runs',
  range: 'Show',
  ranges: { quarter: '3 months', year: 'A year', all: 'All' },
  lede: {
    first: (load: string, unit: string) => `The latest week asked about ${load} ${unit} of your knees.`,
    against: (load: string, unit: string, change: string) =>
      `The latest week asked about ${load} ${unit} of your knees, ${change} the mean of the four weeks before.`,
    more: (percent: string) => `${percent} more than`,
    less: (percent: string) => `${percent} less than`,
    alike: 'about the same as',
  },
  weeks: {
    title: (week: string, load: string, unit: string) => `The week of ${week} was the heaviest: about ${load} ${unit}`,
    label: 'Distance and knee load by week',
    distance: 'Distance',
    load: 'Knee load',
    range: 'Range of the estimate',
    table: 'The weeks as a table',
    hint: 'Pinch, or hold Ctrl and scroll, to look closer; drag to move.',
    reset: 'Whole range',
  },
  longest: {
    titleNone: 'No run went far beyond the longest of the 30 days before it',
    title: (count: number) =>
      `${counted(count, 'week', 'weeks')} held a run more than 10 % beyond the longest of the 30 days before`,
    label: 'Longest run of each week against the 30 days before',
    run: 'Longest run of the week',
    line: 'Longest of the 30 days before',
    spike: 'More than 10 % beyond',
    why: 'Runs beyond that line came with more injuries in a study of 5,205 runners (Frandsen 2025).',
  },
  cadence: {
    label: 'Cadence over weeks at your usual speed',
    at: (pace: string) => `Moved to your usual speed, ${pace}, on flat ground.`,
    own: 'Your cadence (median)',
    spread: 'Half of your running',
    expected: 'Expected at this speed and height',
    table: 'Cadence as a table',
  },
  table: {
    week: 'Week of',
    runs: 'Runs',
    distance: 'Distance',
    load: 'Knee load',
    range: 'Range',
    longest: 'Longest run',
    before: 'Longest of 30 days before',
    descent: 'Descent',
    cadence: 'Cadence',
    spread: 'Half between',
    minutes: 'Minutes behind it',
  },
} as const;
