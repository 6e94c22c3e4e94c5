import type { Certainty, Citation, RowResult } from '#core';

const READ: Record<Citation['read'], string> = {
  full: 'read in full',
  abstract: 'read in abstract',
  'second-hand': 'read second-hand',
  recalled: 'not read: only remembered',
};
const CERTAINTY: Record<Certainty, string> = {
  high: 'high certainty',
  moderate: 'moderate certainty',
  low: 'low certainty',
  'very low': 'very low certainty',
};
const STATUS: Record<RowResult['status'], string> = { pass: 'Met', fail: 'Not met', open: 'Open' };
const USE: Record<RowResult['use'], string> = {
  calibration: 'the constants were chosen with this study',
  check: 'independent check',
};

const count = (many: number, one: string, more: string): string => (many === 1 ? `1 ${one}` : `${many} ${more}`);

/** Sentences of the evidence page. What studies found stands in the registry, not here. */
export const evidenceWords = {
  title: 'How the numbers are made',
  lede: 'Kneewise turns speed, slope and cadence into flat easy kilometres: how far you would have to run flat, easy and with usual steps to load the kneecap joint alike. It is a model of many people. It measures no wear, foretells no injury and makes no diagnosis. Everything on this page is built from the code that computes your reports.',
  contents: 'On this page',
  model: {
    title: 'The model, formula by formula',
    lede: 'In the order in which each second of a run passes them. The values are those the code computes with.',
    holds: 'Holds for',
    assumed: 'Assumed',
    constants: 'Constants, with the span that their basis allows',
    span: (value: number, low: number, high: number) => `${value} (${low} to ${high})`,
    basis: 'Stands on',
    assumption: (why: string) => `Assumption: ${why}`,
    sources: 'Sources',
  },
  validation: {
    title: 'Held against published numbers',
    lede: (pass: number, fail: number, open: number) =>
      `${count(pass, 'row is', 'rows are')} met, ${fail === 0 ? 'none is missed' : `${count(fail, 'is', 'are')} missed`}, ${open === 0 ? 'none is open' : `${count(open, 'is', 'are')} open because its source could not be read`}. Rows that set the constants are met partly because of that; the independent ones tell more.`,
    status: STATUS,
    use: USE,
    read: READ,
    check: (condition: string, published: string, found: string, tolerance: number, unit: string) =>
      `${condition}: published ${published} ${unit}, model ${found}, allowed ± ${tolerance}`,
    between: (low: string, high: string) => `${low} to ${high}`,
  },
  sensitivity: {
    title: 'What each constant moves',
    lede: 'Each constant is moved alone to the two ends of its span. The table shows by how many per cent the load of three made-up runs then changes; a dash is less than half a per cent.',
    runner: 'The runner is 1.75 m tall and takes 4 % fewer steps than expected.',
    constant: 'Constant',
    ends: (low: string, high: string) => `${low} / ${high}`,
    hint: 'The first number is at the low end, the second at the high end, for the headline.',
  },
  sources: {
    title: 'Every source',
    lede: (all: number, second: number, recalled: number) =>
      `${all} sources, each told once. ${second} are known through others, and ${recalled === 0 ? 'none' : recalled} only remembered; of those no number is used.`,
    topics: {
      'step rate': 'Step rate and step length',
      'usual cadence': 'Which cadence is usual',
      grade: 'Hills',
      'speed and force': 'Speed and force',
      'training load': 'How much, how fast it grows',
      'surface and device': 'Surface and watch',
      'pain and care': 'Pain and care',
    },
    participants: (people: number) => `${people} people`,
    read: READ,
    readOn: (read: string, when: string) => `${read}, ${when}`,
    certainty: CERTAINTY,
  },
} as const;
