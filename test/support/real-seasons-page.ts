import type { Finding } from '../../src/report/schema.ts';
import { FACTORS } from '../../src/risk/registry.ts';
import { table } from './markdown.ts';

const HEAD = `# Real seasons: how often each risk factor speaks

Written by \`test/golden/real-seasons.test.ts\` where the two seasons stand beside the checkout (they are no part of the project; the test is
skipped, visibly, without them). Nothing but counts is told of them.

Nobody knows what was right to say of these runs, so this is no table of hits. It shows how noisy the rules are for people who train: a rule that
speaks of every third run says nothing. The runners told nothing of themselves and no pain; what needs that is silent here.
`;

/** A season and what was found in each of its runs. */
export interface CountedSeason {
  readonly title: string;
  /** What kind of running it is, in a sentence without a full stop. */
  readonly about: string;
  readonly reports: readonly (readonly Finding[])[];
}

function counts({ reports }: CountedSeason): string {
  const rows = FACTORS.map(({ id }) => {
    const found = reports.flatMap((findings) => findings.filter((finding) => finding.id === id));
    const count = (holds: (finding: Finding) => boolean) => `${found.filter(holds).length}`;
    return [
      `\`${id}\``,
      count(({ status }) => status === 'scored'),
      ...(['info', 'moderate', 'high'] as const).map((severity) => count((finding) => finding.severity === severity)),
    ];
  });
  return table(['Risk factor', 'Runs judged', 'Notes (info)', 'Moderate', 'High'], rows);
}

/** Runs of which a sentence tells that the week had grown, without a flag. */
const toldOfGrowth = (reports: CountedSeason['reports']): number =>
  reports.filter((findings) =>
    findings.some(
      ({ id, severity, message }) => id === 'weekly-jump' && severity === 'none' && message.includes('no flag'),
    ),
  ).length;

const withFlag = (reports: CountedSeason['reports'], severities: readonly string[]): number =>
  reports.filter((findings) => findings.some(({ severity }) => severities.includes(severity))).length;

/** The page as Markdown. */
export function realSeasonsPage(seasons: readonly CountedSeason[], judgement: string): string {
  return [
    HEAD,
    ...seasons.flatMap((season) => {
      const { title, about, reports } = season;
      const flags = reports.flat().filter(({ id, severity }) => id === 'weekly-jump' && severity !== 'none').length;
      return [
        `## ${title}: ${about} (${reports.length} runs)`,
        '',
        counts(season),
        '',
        `Of the ${reports.length} runs, ${withFlag(reports, ['info', 'moderate', 'high'])} have any finding, ${withFlag(reports, ['moderate', 'high'])} one above a note. \`weekly-jump\` lists a flag on ${flags}; on ${toldOfGrowth(reports)} a sentence tells`,
        'that the week had grown and that this is no flag.',
        '',
      ];
    }),
    judgement,
  ].join('\n');
}
