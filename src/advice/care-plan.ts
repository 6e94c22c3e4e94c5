/**
 * What this runner can do now: first what a sore knee asks for, then what would lower the load of the latest runs, by how
 * much, then what has no number. Never a diagnosis, never a dose, no promise; a red flag leaves nothing but being seen.
 */
import { pastRuns } from '../history/distinct-runs.ts';
import { ownCadenceLine } from '../history/own-cadence-line.ts';
import type { PainLog } from '../history/pain-log.ts';
import type { Profile } from '../history/profile.ts';
import { hasRecentPain } from '../history/recent-pain.ts';
import type { History, RunFacts } from '../history/run-facts.ts';
import { addShares } from '../history/surface-shares.ts';
import type { LoadTrack } from '../load/load-track.ts';
import { isIndoor } from '../risk/factor-inputs.ts';
import type { SurfaceClass } from '../surface/surface.ts';
import {
  type CareAdvice,
  CLINICIAN,
  EASE_OFF,
  fromArticle,
  MORE_STEPS,
  NO_EFFECT,
  ON_A_BELT,
  SOFTER_GROUND,
  WALK_DOWN,
} from './care-advice.ts';
import { type Change, MIN_GAIN } from './change.ts';
import { nextRunBudget } from './next-run-budget.ts';
import { redFlag, seeSomebody } from './red-flags.ts';
import { ENOUGH_STRENGTH_DAYS, isQuick, MORE_STEPS_PCT, STEEP_PCT } from './suggestion-rules.ts';
import { prepareWhatIf } from './what-if.ts';

/** A run of late, for trying changes on. */
export interface CareRun {
  readonly track: LoadTrack;
  readonly facts: RunFacts;
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

/** Ground that the article would call soft. */
const SOFT: readonly SurfaceClass[] = [
  'grass',
  'dirt',
  'sand',
  'synthetic-track',
  'track',
  'trail',
  'wood',
  'fine-gravel',
];

/** Whether most of the way whose ground is known is soft already. Nothing known is not soft. */
function isMostlySoft(runs: readonly CareRun[]): boolean {
  const known = addShares(runs.map(({ facts }) => facts.surfaces)).filter(({ type }) => type !== 'unknown');
  const metres = (shares: typeof known) => shares.reduce((sum, { distanceM }) => sum + distanceM, 0);
  return metres(known.filter(({ type }) => SOFT.includes(type))) > metres(known) / 2;
}

/** Other ground, as far as this runner is not on it already. */
function otherGround(runs: readonly CareRun[], treadmill: CareAdvice | null): CareAdvice[] {
  const isOnBelt = runs.length > 0 && runs.every(({ facts }) => isIndoor(facts));
  return [
    ...(isMostlySoft(runs) || isOnBelt ? [] : [SOFTER_GROUND]),
    // With an effect it stands among those that have one.
    ...(isOnBelt || treadmill !== null ? [] : [ON_A_BELT]),
  ];
}

/** A whole run on a belt: level, at its own pace. */
const WHOLE_RUN_ON_A_BELT = { kind: 'surface', surface: 'treadmill', fromM: 0, toM: Number.POSITIVE_INFINITY } as const;

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
  return { ...advice, effect, noEffect: null, tradeOff: results[0]?.tradeOffs[0]?.text ?? null };
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
      noEffect: NO_EFFECT.ahead,
      tradeOff: 'A shorter run is also less training for heart and muscles.',
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
    ...(isStrong ? [] : [fromArticle('strength', 'capacity')]),
    ...(mayTrySupports ? [fromArticle('arch-supports', 'symptoms')] : []),
    fromArticle('alignment', 'unseen'),
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
  const onABelt = tried(ON_A_BELT, WHOLE_RUN_ON_A_BELT, runs, context);
  const effective = [
    isQuick(bins, heightM) ? null : tried(MORE_STEPS, { kind: 'cadence', percent: MORE_STEPS_PCT }, runs, context),
    tried(WALK_DOWN, { kind: 'walk-descents', steeperThanPct: STEEP_PCT }, runs, context),
    onABelt,
  ]
    .filter((advice) => advice !== null)
    .sort((a, b) => saved(b) - saved(a));
  const sore = isSore ? [EASE_OFF, ...FIRST_AID.map((id) => fromArticle(id, 'symptoms'))] : [];
  const rest = [
    ...longRun(context.history, context.profile, atMs),
    ...habits(context, isSore),
    ...otherGround(runs, onABelt),
  ];
  return { redFlag: null, isSore, advice: [...sore, ...effective, ...rest] };
}
