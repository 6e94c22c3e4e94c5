/**
 * What this runner can do now: first what a sore knee asks for, then what would lower the load of the latest runs, by how
 * much, then what has no number. Never a diagnosis, never a dose, no promise; a red flag leaves nothing but being seen.
 */
import type { Basis } from '../evidence/citation.ts';
import type { CitationKey } from '../evidence/registry.ts';
import { pastRuns } from '../history/distinct-runs.ts';
import { ownCadenceLine } from '../history/own-cadence-line.ts';
import type { PainLog } from '../history/pain-log.ts';
import type { Profile } from '../history/profile.ts';
import { hasRecentPain } from '../history/recent-pain.ts';
import type { History, RunFacts } from '../history/run-facts.ts';
import type { LoadTrack } from '../load/load-track.ts';
import { NO_DOWNHILL, SHORT_STEPS } from './article.ts';
import { type CareId, careItem } from './care.ts';
import type { Change } from './change.ts';
import { nextRunBudget } from './next-run-budget.ts';
import { redFlag, seeSomebody } from './red-flags.ts';
import { ENOUGH_STRENGTH_DAYS, easeOff, isQuick, MORE_STEPS_PCT, STEEP_PCT } from './suggestion-rules.ts';
import { prepareWhatIf } from './what-if.ts';

/** A change that saves less than this share is not told. Assumption: less is within the model's error. */
const MIN_GAIN = 0.01;

/** A run of late, for trying changes on. */
export interface CareRun {
  readonly track: LoadTrack;
  readonly facts: RunFacts;
}

/** Flat-easy km of the latest runs together, as they were and with the change; seconds longer (+) or shorter (-). */
export interface CareEffect {
  readonly beforeKm: number;
  readonly afterKm: number;
  readonly timeS: number;
}

/** One thing to do. */
export interface CareAdvice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Null where the model cannot compute one. */
  readonly effect: CareEffect | null;
  /** What it costs, or which tissue pays instead; null where nothing is known. */
  readonly tradeOff: string | null;
  /** Null where the article says nothing of it. */
  readonly articleSays: string | null;
  readonly studiesFound: string;
  readonly basis: Basis<CitationKey>;
}

/** See the head of this file. */
export interface CarePlan {
  /** Why to be seen, in place of advice; null when nothing alarming was written down. */
  readonly redFlag: { readonly urgent: boolean; readonly text: string } | null;
  /** Whether knee pain was noted within 14 days. */
  readonly isSore: boolean;
  /** The most useful first. */
  readonly advice: readonly CareAdvice[];
}

/** What the plan goes by beside the runs. */
export interface CareContext {
  readonly profile: Profile;
  readonly history: History;
  readonly painLog: PainLog;
}

const fromArticle = (id: CareId): CareAdvice => ({ ...careItem(id), effect: null, tradeOff: null });

const EASE_OFF: CareAdvice = {
  id: 'ease-off',
  title: 'Ease off, without stopping',
  text: easeOff.text,
  effect: null,
  tradeOff: easeOff.tradeOff,
  articleSays: 'Regularly exercising with a sore knee can worsen it: let it rest.',
  studiesFound:
    'Runners with pain at the kneecap got better with teaching alone: less load, kept below what hurts, then built up again.',
  basis: easeOff.basis,
};

const WALK_DOWN: CareAdvice = {
  ...NO_DOWNHILL,
  id: 'walk-descents',
  title: 'Walk the steep ways down',
  text: `Walk where it goes down more than about ${STEEP_PCT} %.`,
  effect: null,
  tradeOff: null,
};

const MORE_STEPS: CareAdvice = {
  ...SHORT_STEPS,
  id: 'more-steps',
  title: 'Shorter, quicker steps',
  text: `Take about ${MORE_STEPS_PCT} % more steps a minute at the same pace, a few minutes at a time; again ${MORE_STEPS_PCT} % after two or three weeks, if you like. There is no number, such as 180, that is right for everybody.`,
  effect: null,
  tradeOff: null,
};

const CLINICIAN: CareAdvice = {
  id: 'ask-clinician',
  title: 'Ask about your own form',
  text: 'You told that knees or feet are out of line. Ask the clinician who found it which exercises and shoes suit you, before you change either.',
  effect: null,
  tradeOff: null,
  articleSays: 'Misaligned joints distribute the weight unevenly and are damaged over time.',
  studiesFound: 'A watch cannot see it, and no rule for all was found.',
  basis: { kind: 'citation', keys: ['Collins2018', 'VanDerWorp2015'], certainty: 'low' },
};

/** Tries a change on all runs; null when it saves nothing worth telling. */
function tried(
  advice: CareAdvice,
  change: Change,
  runs: readonly CareRun[],
  { profile, history }: CareContext,
): CareAdvice | null {
  const results = runs.map(({ track, facts }) => {
    const known = pastRuns(history, facts.sha256, facts.startedAtMs);
    const ownLine = ownCadenceLine(known, facts.startedAtMs);
    return prepareWhatIf(track, { heightM: profile.heightM, ownLine }).apply(change);
  });
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const effect = {
    beforeKm: sum(({ before }) => before.kneeLoadKm.mid),
    afterKm: sum(({ after }) => after.kneeLoadKm.mid),
    timeS: sum(({ timeS }) => timeS),
  };
  if (effect.beforeKm === 0 || !(effect.afterKm <= (1 - MIN_GAIN) * effect.beforeKm)) return null;
  return { ...advice, effect, tradeOff: results[0]?.tradeOffs[0]?.text ?? null };
}

function longRun(history: History, profile: Profile, atMs: number): CareAdvice[] {
  const budget = nextRunBudget(history, atMs, profile.units);
  if (budget === null) return [];
  return [
    {
      id: 'next-run',
      title: 'Let the longest run grow slowly',
      text: budget.sentence,
      effect: null,
      tradeOff: 'Fewer kilometres also mean less training for heart and muscles.',
      articleSays: 'Repeated stress on the knees adds up.',
      studiesFound:
        'In about 5,200 runners, injuries followed single runs of more than a tenth beyond the longest of 30 days more often; growing weeks did not matter.',
      basis: { kind: 'citation', keys: ['Frandsen2025'], certainty: 'moderate' },
    },
  ];
}

/** What has no number, as far as this runner does not do it already. */
function habits({ profile }: CareContext, isSore: boolean): CareAdvice[] {
  const isStrong = (profile.strengthDaysPerWeek ?? 0) >= ENOUGH_STRENGTH_DAYS;
  const mayTrySupports = profile.wearsArchSupports !== true && (isSore || profile.hasFlatFeet === true);
  return [
    ...(profile.hasMisalignedJoints === true ? [CLINICIAN] : []),
    ...(isStrong ? [] : [fromArticle('strength')]),
    ...(mayTrySupports ? [fromArticle('arch-supports')] : []),
    fromArticle('alignment'),
  ];
}

const FIRST_AID = ['rest', 'ice', 'compress', 'elevate', 'medicine'] as const;

/**
 * The plan for a moment.
 * @param runs the latest runs with their columns, for the effects; none leaves those out
 * @param atMs milliseconds since 1970, UTC
 */
export function carePlan(runs: readonly CareRun[], context: CareContext, atMs: number): CarePlan {
  const now = { sha256: '', startedAtMs: atMs };
  const flag = redFlag(context.painLog, now);
  const isSore = hasRecentPain(context.painLog, now);
  if (flag !== null) return { redFlag: { urgent: flag.urgent, text: seeSomebody(flag) }, isSore, advice: [] };
  const heightM = context.profile.heightM;
  const bins = runs.flatMap(({ facts }) => facts.flatCadence);
  const saved = ({ effect }: CareAdvice) => (effect ? effect.beforeKm - effect.afterKm : 0);
  const effective = [
    isQuick(bins, heightM) ? null : tried(MORE_STEPS, { kind: 'cadence', percent: MORE_STEPS_PCT }, runs, context),
    tried(WALK_DOWN, { kind: 'walk-descents', steeperThanPct: STEEP_PCT }, runs, context),
  ]
    .filter((advice) => advice !== null)
    .sort((a, b) => saved(b) - saved(a));
  const sore = isSore ? [EASE_OFF, ...FIRST_AID.map(fromArticle)] : [];
  const rest = [...longRun(context.history, context.profile, atMs), ...habits(context, isSore)];
  return { redFlag: null, isSore, advice: [...sore, ...effective, ...rest] };
}
