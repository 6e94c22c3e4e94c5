/** Words of the page before a run. */
export const nextRunWords = {
  title: 'Before a run',
  what: 'the budget',
  none: 'No budget for now',
  flat: 'On the flat',
  withDescent: (descent: string) => `With ${descent} of descent`,
  descent: 'Metres down on the way',
  descentFeet: 'Feet down on the way',
  noDescent:
    'How hilly your month was is not known well enough to count descents: the files of four runs with altitude tell.',
  newDescent: (descent: string) =>
    `Beyond about ${descent} of descent the run would be hillier than anything your legs met this month.`,
  whyTitle: 'What it goes by',
  longest: 'Longest run of the last 30 days',
  highest: 'Highest knee load of a run of the last 30 days',
  about: (load: string, unit: string) => `about ${load} ${unit}`,
  limit: {
    'longest-run':
      'Distance ends it first: a run more than a tenth longer than any of the month went with more injuries in a study of about 5,200 runners (Frandsen 2025, any overuse injury).',
    'knee-load':
      'Knee load ends it first: a tenth above the hardest run of the month. That this tenth holds for load as it does for distance is our assumption.',
  },
  honest: 'This is where a run begins to be new to your legs. It is no goal, and staying below it is no promise.',
  addRuns: 'Add runs',
} as const;
