/** What a report found, as lines of a page. */
import { type Finding, percent, type Report, type Suggestion, shortName, type Words, wordsIn } from '#core';
import type { Ink } from './ink.ts';
import { clock, wrap } from './text.ts';

const SEVERITY_WORDS: Readonly<Record<Finding['severity'], string>> = {
  none: 'fine',
  info: 'for information',
  moderate: 'worth a change',
  high: 'change this first',
};

const INDENT = '     ';

/** First author and year of a source of this report. */
function sourceName(key: string, report: Report): string {
  const source = report.citations.find((citation) => citation.key === key);
  if (source === undefined) return key;
  return shortName(source);
}

function basisText(basis: Suggestion['basis'], report: Report): string {
  if (basis.kind === 'assumption') return `our assumption: ${basis.why}`;
  const sources = basis.keys.map((key) => sourceName(key, report)).join(', ');
  return `${sources} (${basis.certainty} certainty)`;
}

const signed = (change: number): string => (change > 0 ? `+${percent(change)}` : percent(change));

function effectText({ effect }: Suggestion, words: Words): string {
  if (effect === null) return '';
  const { before, after } = effect.kneeLoadKm;
  const longer = Math.round(effect.timeS);
  const time =
    Math.abs(longer) < 1 ? 'in the same time' : `${clock(Math.abs(longer))} ${longer > 0 ? 'longer' : 'shorter'}`;
  const ends = effect.changePct && [effect.changePct.low, effect.changePct.high].map((change) => signed(change));
  const span = ends === null || ends[0] === ends[1] ? '' : ` (${ends[0]} to ${ends[1]}, by how much peaks are counted)`;
  const peak = effect.peakBw && [effect.peakBw.before, effect.peakBw.after].map((peakBw) => peakBw.toFixed(1));
  const peaks = peak === null || peak[0] === peak[1] ? '' : `, hardest steps ${peak[0]} → ${peak[1]} × body weight`;
  return ` On this run: ${words.load(before)} → ${words.load(after)} ${words.loadUnit}${span}${peaks}, ${time}.`;
}

function suggestionLines(suggestion: Suggestion, report: Report): readonly string[] {
  const cost = suggestion.tradeOff === null ? '' : ` ${suggestion.tradeOff}`;
  return [
    wrap(`${suggestion.text}${effectText(suggestion, wordsIn(report.units))}${cost}`, `${INDENT}→ `, `${INDENT}  `),
    wrap(`Basis: ${basisText(suggestion.basis, report)}`, `${INDENT}  `),
  ];
}

/** A finding with what to do about it. */
export function findingLines(finding: Finding, letter: string, report: Report, ink: Ink): readonly string[] {
  const sources = finding.citations.map((key) => sourceName(key, report)).join(', ');
  const sure = finding.certainty === null ? '' : `Evidence: ${finding.certainty} certainty`;
  const evidence = [sure, sources].filter((part) => part !== '').join('; ');
  return [
    '',
    `  ${letter}  ${ink.bold(finding.title)} – ${SEVERITY_WORDS[finding.severity]}`,
    wrap(finding.message, INDENT),
    ...report.suggestions
      .filter(({ findingId }) => findingId === finding.id)
      .flatMap((suggestion) => suggestionLines(suggestion, report)),
    ...(evidence === '' ? [] : [ink.dim(wrap(evidence, INDENT))]),
  ];
}

/** Titles by the sentence that they share, so that it is told once. */
function byMessage(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, readonly string[]>();
  for (const { message, title } of findings) titles.set(message, [...(titles.get(message) ?? []), title]);
  return titles;
}

/** What was looked at and is fine, and what could not be judged and why. */
export function silentLines({ findings }: Report): readonly string[] {
  const fine = findings.filter(({ status, severity }) => status === 'scored' && severity === 'none');
  const unknown = findings.filter(({ status }) => status === 'insufficient-data' || status === 'error');
  return [
    ...(fine.length === 0 ? [] : ['', wrap(`Looked at and fine: ${fine.map(({ title }) => title).join('; ')}.`, '  ')]),
    ...(unknown.length === 0 ? [] : ['', '  Could not be judged:']),
    ...[...byMessage(unknown)].map(([message, titles]) => wrap(`${titles.join('; ')}: ${message}`, '  - ')),
  ];
}
