/** What to try, by what was found. A rule names the change where the model can compute what it would do. */
import type { Basis } from '../evidence/citation.ts';
import type { CitationKey } from '../evidence/registry.ts';
import { BETWEEN_RUNNERS_SD_SPM } from '../history/cadence-trend.ts';
import type { CadenceBin } from '../history/run-facts.ts';
import { expectedCadenceSpm } from '../load/preferred-cadence.ts';
import type { Finding } from '../report/schema.ts';
import { lowCadence } from '../risk/factors/low-cadence.ts';
import type { RiskInput } from '../risk/input.ts';
import type { FactorId } from '../risk/registry.ts';
import { STEEP_DESCENT_FROM_PCT } from '../segment/by-grade.ts';
import { weightedMedian } from '../stats/stats.ts';
import { wordsIn } from '../words.ts';
import { type CareId, careItem } from './care.ts';
import { type Change, MIN_GAIN } from './change.ts';

/** One thing to try. */
export interface SuggestionRule {
  readonly findingId: FactorId;
  /** Null where the model cannot compute an effect. */
  readonly change: Change | null;
  readonly text: string;
  readonly basis: Basis<CitationKey>;
  /** For rules without a change; a change brings its own. */
  readonly tradeOff: string | null;
}

/** Makes the rules of one factor from its finding; the value is a number because the finding is scored. */
type RuleMaker = (value: number, input: RiskInput) => readonly Omit<SuggestionRule, 'findingId'>[];

/** Step rate raised by so much at first, per cent. @cite Willy2016Retraining, Lenhart2014 */
export const MORE_STEPS_PCT = 5;
/** Descents steeper than this are called steep here and on the chart, per cent. */
export const STEEP_PCT = -STEEP_DESCENT_FROM_PCT;
/** How much slower down steep ground, per cent. Assumption: enough to feel, little enough to stay running. */
const SLOWER_PCT = 20;
/** A single run may be so many times the longest of 30 days. @cite Frandsen2025 */
const LONGEST_STEP = 1.1;
/** Share of the usual distance to come back with. Assumption: expert opinion says 50 to 60 %. */
const RESTART_SHARE = 0.5;

const cited = (certainty: 'moderate' | 'low' | 'very low', ...keys: [CitationKey, ...CitationKey[]]) =>
  ({ kind: 'citation', keys, certainty }) as const;

/** Flat steady running that a cadence is told from, seconds: as for judging it. */
const EXAMPLE_FROM_S = 60 * lowCadence.thresholds.minMinutes.value;

/** "about 170 a minute instead of 162 on the flat"; empty where too little of the run was flat to tell. */
function example(percent: number, bins: readonly CadenceBin[]): string {
  const durations = bins.map(({ durationS }) => durationS);
  const nowSpm = weightedMedian(
    bins.map(({ cadenceSpm }) => cadenceSpm),
    durations,
  );
  const isEnough = durations.reduce((sum, seconds) => sum + seconds, 0) >= EXAMPLE_FROM_S;
  return isEnough
    ? `, about ${Math.round(nowSpm * (1 + percent / 100))} a minute instead of ${Math.round(nowSpm)} on the flat`
    : '';
}

const HABIT = cited('low', 'Willy2016Retraining', 'Lenhart2014', 'Esculier2018');

const moreSteps = (percent: number, { facts }: RiskInput): Omit<SuggestionRule, 'findingId'> => ({
  change: { kind: 'cadence', percent },
  text: `Try shorter, quicker steps at the same pace: about ${Math.round(percent)} % more${example(percent, facts.flatCadence)}. A few minutes at a time are enough to begin with, and two or three weeks before any more.`,
  basis: HABIT,
  tradeOff: null,
});

/** Back to the runner's own habit, in steps that experiments tested; nothing for who takes many steps as it is. */
function backToUsual(changePct: number, { facts, runner }: RiskInput): Rules {
  if (isQuick(facts.flatCadence, runner.heightM)) return [];
  const percent = Math.min(MORE_STEPS_PCT, -changePct);
  return [
    {
      change: { kind: 'cadence', percent },
      text: `Come back towards the steps you usually take at that pace${example(percent, facts.flatCadence)}. If it is for tiredness, a shorter or slower run does as well.`,
      basis: HABIT,
      tradeOff: null,
    },
  ];
}

const walkSteepParts: Omit<SuggestionRule, 'findingId'> = {
  change: { kind: 'walk-descents', steeperThanPct: STEEP_PCT },
  text: `Walk the steep descents, those of more than about ${STEEP_PCT} %. Where you would rather run, take them slower, with short steps.`,
  basis: cited('low', 'Kuster1993', 'Hart2022'),
  tradeOff: null,
};

/** A piece of care as a suggestion: what to do, and how far studies bear it. */
function care(id: CareId, tradeOff: string | null = null): Omit<SuggestionRule, 'findingId'> {
  const { text, studiesFound, basis } = careItem(id);
  return { change: null, text: `${text} ${studiesFound}`, basis, tradeOff };
}

/** Days a week of strength work from which it is not advised again. @cite Collins2018 */
export const ENOUGH_STRENGTH_DAYS = 2;

type Rules = readonly Omit<SuggestionRule, 'findingId'>[];

/** Strength work, for a runner who does not do it already. */
const strength = ({ profile }: RiskInput): Rules =>
  (profile.strengthDaysPerWeek ?? 0) >= ENOUGH_STRENGTH_DAYS
    ? []
    : [care('strength', 'Sore muscles for a day or two at first.')];

/** Arch supports, for flat feet that have none. */
const supports = ({ profile }: RiskInput): Rules =>
  profile.hasFlatFeet === true && profile.wearsArchSupports !== true ? [care('arch-supports')] : [];

/** What guidance for a sore knee begins with. */
export const easeOff: Omit<SuggestionRule, 'findingId'> = {
  change: null,
  text: 'When you run next, and until it settles: run shorter and more often, 10 to 20 % slower, and leave out descents and stairs; then bring them back one by one. Keep pain at 2 of 10 or below, back to normal within an hour and no worse next morning.',
  basis: cited('moderate', 'Esculier2020', 'Esculier2018'),
  tradeOff: 'Some fitness for some weeks; complete rest for longer costs more.',
};

const rest = care('rest');
const firstAid = [care('ice'), care('medicine')];

/** Whether a runner already takes clearly more steps a minute than is usual for speed and height. */
export function isQuick(bins: readonly CadenceBin[], heightM: number | null): boolean {
  const above = bins.map(({ cadenceSpm, speedMps }) => cadenceSpm - expectedCadenceSpm(speedMps, heightM, 0));
  const durations = bins.map(({ durationS }) => durationS);
  return weightedMedian(above, durations) >= BETWEEN_RUNNERS_SD_SPM;
}

const RULES: Partial<Record<FactorId, RuleMaker>> = {
  'pain-during-run': (score, input) => [
    ...(score >= 3 ? [rest] : []),
    easeOff,
    ...strength(input),
    ...supports(input),
    ...(score >= 3 ? firstAid : []),
  ],
  'pain-after-run': (_, input) => [easeOff, ...strength(input), ...supports(input), ...firstAid],
  'session-spike': (ratio, { facts, profile }) => {
    const toDistanceM = (LONGEST_STEP * facts.distanceM) / ratio;
    return [
      {
        // A step that was almost kept would have spared nothing that the model can tell.
        change: toDistanceM <= (1 - MIN_GAIN) * facts.distanceM ? { kind: 'shorter', toDistanceM } : null,
        text: `Let the longest run grow by a tenth at a time: about ${wordsIn(profile.units).distance(toDistanceM)} would have been the next step here.`,
        basis: cited('moderate', 'Frandsen2025'),
        tradeOff: null,
      },
    ];
  },
  'long-downhill': (_, input) =>
    isQuick(input.facts.flatCadence, input.runner.heightM)
      ? [walkSteepParts]
      : [walkSteepParts, moreSteps(MORE_STEPS_PCT, input)],
  'low-cadence': (_, input) => [moreSteps(MORE_STEPS_PCT, input)],
  'cadence-drop': backToUsual,
  'fast-steep-descent': () => [
    {
      change: { kind: 'slower-descents', steeperThanPct: STEEP_PCT, percent: SLOWER_PCT },
      text: `Take descents steeper than about ${STEEP_PCT} % a fifth slower, with short steps.`,
      basis: cited('very low', 'VanHooren2024', 'Doyle2023'),
      tradeOff: null,
    },
  ],
  'cadence-fade': () => [
    {
      change: null,
      text: 'When the steps get heavy, walk for a minute and start again with quick, short steps, or end there.',
      basis: { kind: 'assumption', why: 'Rest restores a tired gait; no study has tested it for the knee.' },
      tradeOff: null,
    },
  ],
  'return-after-break': (sharePct, { facts, profile }) => {
    const toDistanceM = (RESTART_SHARE * facts.distanceM * 100) / sharePct;
    return [
      {
        change: { kind: 'shorter', toDistanceM },
        text: `Come back with about half of what was usual, here about ${wordsIn(profile.units).distance(toDistanceM)}, and build up over two or three weeks.`,
        basis: { kind: 'assumption', why: 'Expert opinion; no study of runners sets a number.' },
        tradeOff: null,
      },
    ];
  },
  surface: () => [
    {
      change: null,
      text: 'Choose a softer path for part of the run if you like the feel of it.',
      basis: cited('very low', 'VanDerWorp2015', 'Ferris1998'),
      tradeOff: 'Uneven ground asks more of the ankles; the load model sees no gain for the knee.',
    },
  ],
  'previous-injury': (_, input) => strength(input),
  'data-quality': () => [
    {
      change: null,
      text: 'Set the watch to record every second, and let it find satellites before the start.',
      basis: { kind: 'assumption', why: 'Follows from how watches save memory.' },
      tradeOff: 'The battery empties a little faster.',
    },
  ],
};

/** What to try about a finding; nothing where it is not scored, harmless or has no remedy. */
export function rulesFor(finding: Finding, input: RiskInput): SuggestionRule[] {
  if (finding.status !== 'scored' || finding.severity === 'none' || finding.value === null) return [];
  const findingId = finding.id as FactorId;
  return (RULES[findingId]?.(finding.value, input) ?? []).map((rule) => ({ ...rule, findingId }));
}
