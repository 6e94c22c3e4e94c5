import { MODEL_CONSTANTS, type ModelConstant } from '../../src/load/constants.ts';
import type { Ends, Sensitivity } from '../../src/load/sensitivity.ts';
import { table } from './markdown.ts';

const HEAD = `# Sensitivity: how the knee load moves with each constant

This page is written by \`test/golden/sensitivity.test.ts\` from the code and compared in every test run; nobody edits it by hand
(\`UPDATE_GOLDEN=1 npx vitest run --project golden test/golden/sensitivity.test.ts\` writes it anew).

Each constant of the [knee-load model](knee-load.md) is moved alone to the two ends of what its basis allows; the table shows by how
many per cent the load of three reference runs then changes, for the headline (p = 2) and, in brackets, for whichever of p = 1 and
p = 4 moves more. A dash is less than half a per cent. The runner is 1.75 m tall and takes 4 % fewer steps than expected; no own line.
`;

/** A run the page shows. */
export interface TestedRun {
  readonly title: string;
  readonly description: string;
  readonly sensitivities: readonly Sensitivity[];
}

const HALF_A_PER_CENT = 0.5;
const signed = (value: number): string =>
  Math.abs(value) < HALF_A_PER_CENT ? '–' : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(0)}`;
const ends = ({ atLow, atHigh }: Ends): string => {
  const text = `${signed(atLow)} / ${signed(atHigh)}`;
  return text === '– / –' ? '–' : text;
};
const cell = ({ p2, others }: Sensitivity): string => {
  const text = `${ends(p2)} (${ends(others)})`;
  return text === '– (–)' ? '–' : text;
};
const basis = ({ basis: on }: ModelConstant): string => (on.kind === 'assumption' ? 'assumption' : on.keys.join(', '));

/** The page as Markdown. */
export function sensitivityPage(runs: readonly TestedRun[]): string {
  const rows = Object.values<ModelConstant>(MODEL_CONSTANTS).map((constant, i) => {
    const cells = runs.map((run) => cell(run.sensitivities[i] as Sensitivity));
    const span = `${constant.value} (${constant.low} to ${constant.high})`;
    return [constant.meaning, span, ...cells, basis(constant)];
  });
  const head = ['Constant', 'Value (span)', ...runs.map(({ title }) => title), 'Basis'];
  const list = runs.map(({ title, description }) => `- **${title}**: ${description}`);
  return [HEAD, ...list, '', table(head, rows), ''].join('\n');
}
