/** Chooses what to try for this runner and this run, with what the model says it would have done here. */
import type { Finding, Suggestion } from '../report/schema.ts';
import type { RiskInput } from '../risk/input.ts';
import { MIN_GAIN } from './change.ts';
import { redFlag, seeSomebody } from './red-flags.ts';
import { rulesFor, type SuggestionRule } from './suggestion-rules.ts';
import { prepareWhatIf, type WhatIfResult } from './what-if.ts';

type Basis = Suggestion['basis'];

const toBasis = (basis: SuggestionRule['basis']): Basis =>
  basis.kind === 'citation' ? { ...basis, keys: [...basis.keys] } : basis;

const beSeen = (text: string): Suggestion => ({
  findingId: 'pain-during-run',
  text,
  effect: null,
  basis: { kind: 'citation', keys: ['Nhs2026'], certainty: 'low' },
  tradeOff: null,
});

function peakOf({ before, after }: WhatIfResult): NonNullable<Suggestion['effect']>['peakBw'] {
  if (before.peakBw === null || after.peakBw === null) return null;
  return { before: before.peakBw, after: after.peakBw };
}

function toSuggestion(rule: SuggestionRule, predicted: WhatIfResult | null): Suggestion {
  return {
    findingId: rule.findingId,
    text: rule.text,
    effect: predicted && {
      kneeLoadKm: { before: predicted.before.kneeLoadKm.mid, after: predicted.after.kneeLoadKm.mid },
      changePct: predicted.changePct,
      peakBw: peakOf(predicted),
      timeS: predicted.timeS,
    },
    basis: toBasis(rule.basis),
    tradeOff: predicted?.tradeOffs[0]?.text ?? rule.tradeOff,
  };
}

const isSame = (a: SuggestionRule, b: SuggestionRule): boolean =>
  a.change && b.change ? a.change.kind === b.change.kind : a.text === b.text;

/** Whether a change spares load, or at least peaks without adding load, by more than the model errs. */
function isWorthwhile({ before, after }: WhatIfResult): boolean {
  const loadShare = after.kneeLoadKm.mid / before.kneeLoadKm.mid;
  const peakShare = (after.peakBw ?? 0) / (before.peakBw ?? 0);
  return loadShare <= 1 - MIN_GAIN || (peakShare <= 1 - MIN_GAIN && loadShare <= 1 + MIN_GAIN);
}

/** What stands against another suggestion: the same descents cannot be walked and run slower, and walking spares more. */
const isAlternative = (rule: SuggestionRule, all: readonly SuggestionRule[]): boolean =>
  rule.change?.kind === 'slower-descents' && all.some(({ change }) => change?.kind === 'walk-descents');

const savedKm = ({ effect }: Suggestion): number => (effect ? effect.kneeLoadKm.before - effect.kneeLoadKm.after : 0);

const isAboutPain = ({ findingId }: Suggestion): boolean => findingId.startsWith('pain-');

/**
 * What to try, most useful first: what pain asks for, then by the knee load it would have saved on this run. When the
 * pain log holds a red flag there is one suggestion only: to be seen by somebody.
 * @param findings of the run, most severe first: see `evaluate`
 * @param input the same that the findings came from
 */
export function suggest(findings: readonly Finding[], input: RiskInput): Suggestion[] {
  const flag = redFlag(input.painLog, input.facts);
  if (flag !== null) return [beSeen(seeSomebody(flag))];
  const rules = findings
    .flatMap((finding) => rulesFor(finding, input))
    .filter((rule, i, all) => all.findIndex((other) => isSame(other, rule)) === i);
  const run = prepareWhatIf(input.track, input.runner, input.kneeLoad);
  const useful = rules
    .map((rule) => ({ rule, predicted: rule.change && run.apply(rule.change) }))
    .filter(({ predicted }) => predicted === null || isWorthwhile(predicted));
  const kept = useful.map(({ rule }) => rule);
  return useful
    .filter(({ rule }) => !isAlternative(rule, kept))
    .map(({ rule, predicted }) => toSuggestion(rule, predicted))
    .sort((a, b) => Number(isAboutPain(b)) - Number(isAboutPain(a)) || savedKm(b) - savedKm(a));
}
