/** The only door into the library. */
export { type ArticleStatement, CAUSES } from './advice/article.ts';
export { ARTICLE, type ArticleTopic, CARE, type CareItem } from './advice/care.ts';
export type { CareAdvice, CareEffect } from './advice/care-advice.ts';
export { type CareContext, type CarePlan, type CareRun, carePlan } from './advice/care-plan.ts';
export type { Change, TradeOff } from './advice/change.ts';
export { type NextRunBudget, nextRunBudget, noBudget } from './advice/next-run-budget.ts';
export {
  BY_HABIT,
  forecastPlan,
  type PlanChoice,
  type PlanContext,
  type PlanForecast,
  type PlannedRun,
  type PlanSums,
} from './advice/plan-forecast.ts';
export type { PlanStretch } from './advice/plan-stretches.ts';
export { redFlag, seeSomebody } from './advice/red-flags.ts';
export { STRENGTH_PLAN, type StrengthExercise } from './advice/strength-plan.ts';
export { prepareWhatIf, type WhatIf, type WhatIfLoad, type WhatIfResult } from './advice/what-if.ts';
export { analyse } from './analyse.ts';
export type { AnalyseContext, ReadContext, ReviewContext } from './context.ts';
export { ENGINE_VERSION, MODEL_NAME } from './engine.ts';
export { type Basis, type Certainty, type Citation, shortName } from './evidence/citation.ts';
export { CITATIONS, CITATIONS_BY_TOPIC, type CitationKey } from './evidence/registry.ts';
export { type CadenceTrend, cadenceTrend } from './history/cadence-trend.ts';
export { isSameRun, richer } from './history/distinct-runs.ts';
export type { KneePlace, PainEntry, PainLog } from './history/pain-log.ts';
export {
  countNotedRuns,
  describePattern,
  PATTERN_RUNS,
  type PainPattern,
  painPatterns,
} from './history/pain-patterns.ts';
export { type Profile, UNKNOWN_PROFILE } from './history/profile.ts';
export type { CadenceBin, EarlierRun, History, PastRun, RunFacts } from './history/run-facts.ts';
export type { SurfaceShare } from './history/surface-shares.ts';
export { type Week, weeks } from './history/weeks.ts';
export { MODEL_CONSTANTS, type ModelConstant, type ModelConstantName } from './load/constants.ts';
export { type KneeLoad, kneeLoad } from './load/knee-load.ts';
export type { LoadTrack } from './load/load-track.ts';
export { MODEL_RELATIONS, type ModelRelation } from './load/model-relations.ts';
export type { OwnCadenceLine } from './load/preferred-cadence.ts';
export { REFERENCE_RUNNER, REFERENCE_RUNS, type ReferenceRun } from './load/reference-runs.ts';
export type { RunnerBody } from './load/runner-body.ts';
export { type Sensitivity, sensitivities } from './load/sensitivity.ts';
export type { RowResult } from './load/validation/row.ts';
export { formatValidationTable, validationTable } from './load/validation/validation-table.ts';
export type { Activity, Warning } from './parse/activity.ts';
export { type Content, detect } from './parse/detect.ts';
export { parse, parseAll } from './parse/parse.ts';
export type { ParseError, ParseErrorCode } from './parse/parse-error.ts';
export { type PlannedRoute, type RouteError, type RouteErrorCode, readRoute } from './parse/planned-route.ts';
export { type Reading, read, readAll } from './read.ts';
export {
  type Finding,
  REPORT_SCHEMA_VERSION,
  type Report,
  type ReportExtent,
  reportSchema,
  type Severity,
  type Suggestion,
} from './report/schema.ts';
export { err, ok, type Result } from './result.ts';
export { type Review, review, reviewInShort, type ShortReview } from './review.ts';
export type { Segments } from './segment/segment.ts';
export { type Split, splits } from './segment/splits.ts';
export type { Range } from './stats/range.ts';
export { type BoxE7, boxOfPositions, touches, widened } from './surface/box.ts';
export { SURFACE_CLASSES, type SurfaceClass, UNPAVED } from './surface/surface.ts';
export { boxOfPath, type ToldPoint, type ToldStretch, toldPath } from './surface/told.ts';
export type { MapLookup, WayMap } from './surface/way-map.ts';
export { isArea, isForFeet, keepTags, type WayTags } from './surface/way-tags.ts';
export {
  openTile,
  type TerrainLookup,
  type TerrainTile,
  type TileCorner,
  terrainLookup,
  tileCornerOf,
  tileName,
} from './track/terrain.ts';
export { GAITS, type Gait, type Track } from './track/track.ts';
export { type DistanceUnit, percent, type Words, wordsIn } from './words.ts';
