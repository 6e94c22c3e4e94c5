/** Words of the recordings of one run. */
export const recordingsWords = {
  title: 'Other recordings of this run',
  detail: 'One recording stands for the run in lists and sums; the others are kept.',
  stands: 'stands for the run',
  choose: 'Use this one',
  chooseLabel: (name: string) => `Let ${name} stand for the run`,
  split: 'It is another run',
  splitLabel: (name: string) => `${name} is another run`,
  joinTitle: 'Is this the same run as another one here?',
  joinDetail:
    'Recordings at the same time are found by themselves. A clock that was wrong is not: say it here. This recording then stands for both, which can be changed.',
  join: 'It is the same run',
  joinLabel: (name: string) => `The same run as ${name}`,
} as const;
