/** Worker's side of what a runner asks about habits: the next run, pain patterns, care. */
import type { Care, Grounds, NextRun, PainPatterns } from '#contract/habits';
import {
  ARTICLE,
  type Basis,
  CITATIONS,
  type CitationKey,
  carePlan,
  countNotedRuns,
  describePattern,
  nextRunBudget,
  noBudget,
  PATTERN_RUNS,
  painPatterns,
  redFlag,
  seeSomebody,
  shortName,
  wordsIn,
} from '#core';
import type { HabitTask } from './analysis-task.ts';
import { asHistory } from './past-runs.ts';
import { decodeReading } from './reading-codec.ts';

/** Why somebody should see the knee first; null where nothing alarms. */
export function flagAt({
  painLog,
  profile,
  atMs,
}: Pick<HabitTask, 'painLog' | 'profile' | 'atMs'>): NextRun['redFlag'] {
  const flag = redFlag({ entries: painLog, timeZone: profile.timeZone }, { sha256: '', startedAtMs: atMs });
  return flag && { urgent: flag.urgent, text: seeSomebody(flag) };
}

function nextRun(task: HabitTask): NextRun {
  const budget = nextRunBudget(asHistory(task.past), task.atMs, task.profile.units);
  return {
    redFlag: flagAt(task),
    missing: budget ? null : noBudget(task.profile.units),
    budget: budget && { ...budget, overDescent: [...budget.overDescent] },
  };
}

function patterns({ past, painLog, profile }: HabitTask): PainPatterns {
  const history = asHistory(past);
  const log = { entries: painLog, timeZone: profile.timeZone };
  const words = wordsIn(profile.units);
  return {
    notedRuns: countNotedRuns(history, log),
    neededRuns: PATTERN_RUNS,
    patterns: painPatterns(history, log).map((pattern) => ({
      measure: pattern.measure,
      isClear: pattern.isClear,
      sentence: describePattern(pattern, words),
    })),
  };
}

function groundsOf(basis: Basis<CitationKey>): Grounds {
  if (basis.kind === 'assumption') return { certainty: null, sources: [], assumption: basis.why };
  const sources = basis.keys.map((key) => ({ key, name: shortName(CITATIONS[key]) }));
  return { certainty: basis.certainty, sources, assumption: null };
}

function care(task: HabitTask): Care {
  const runs = task.readings.map(decodeReading).map(({ track, facts }) => ({ track, facts }));
  const { profile, atMs } = task;
  const painLog = { entries: task.painLog, timeZone: profile.timeZone };
  const plan = carePlan(runs, { profile, history: asHistory(task.past), painLog }, atMs);
  // Exercise waits while somebody should look at the knee first; first aid and the reasons stay.
  const topics = ARTICLE.filter(({ id }) => plan.redFlag === null || (id !== 'stretches' && id !== 'prevention'));
  return {
    redFlag: plan.redFlag,
    isSore: plan.isSore,
    runs: runs.length,
    advice: plan.advice.map(({ id, title, text, articleSays, studiesFound, effect, noEffect, tradeOff, basis }) => ({
      ...{ id, title, text, articleSays, studiesFound, effect, noEffect, tradeOff },
      grounds: groundsOf(basis),
    })),
    topics: topics.map(({ id, title, statements }) => ({
      id,
      title,
      statements: statements.map((statement) => ({
        id: statement.id,
        title: statement.title,
        articleSays: statement.articleSays,
        studiesFound: statement.studiesFound,
        grounds: groundsOf(statement.basis),
        text: 'text' in statement ? statement.text : null,
        timer: 'timer' in statement ? statement.timer : null,
      })),
    })),
  };
}

/** The answer as the contract has it. */
export function answerHabit(task: HabitTask): NextRun | PainPatterns | Care {
  switch (task.kind) {
    case 'next-run':
      return nextRun(task);
    case 'pain-patterns':
      return patterns(task);
    case 'care':
      return care(task);
  }
}
