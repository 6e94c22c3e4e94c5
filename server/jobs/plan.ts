/** Worker's side of planned routes: reading a file's route, and forecasting it. */
import { readFileSync } from 'node:fs';
import type { PlanForecastAnswer } from '#contract/plans';
import { err, forecastPlan, ok, readRoute, type TerrainLookup } from '#core';
import type { Answers, PlanTask, RouteTask } from './analysis-task.ts';
import { chartTrack } from './chart-track.ts';
import { flagAt } from './habits.ts';
import { asHistory } from './past-runs.ts';
import { decodeReading } from './reading-codec.ts';

/** Length and name of the route in a file. */
export function readPlan({ path }: RouteTask): Answers['route'] {
  const route = readRoute(readFileSync(path));
  if (!route.ok) return err(route.error);
  return ok({ name: route.value.name, distanceM: route.value.distanceM.at(-1) ?? 0 });
}

/**
 * The forecast as the contract has it, but for the plan's own row.
 * @throws When the stored file holds no route any more.
 */
export function answerPlan(task: PlanTask, terrain: TerrainLookup | undefined): Omit<PlanForecastAnswer, 'plan'> {
  const route = readRoute(task.bytes);
  if (!route.ok) throw new Error(`stored plan: ${route.error.message}`);
  const recent = task.readings.map((encoded) => decodeReading(encoded).track);
  const { profile, atMs } = task;
  const context = { recent, history: asHistory(task.past), profile, atMs, ...(terrain ? { terrain } : {}) };
  const { forecast, track, kneeLoad, expectedCadenceSpm } = forecastPlan(route.value, context, task.choice);
  const redFlag = flagAt(task);
  // Whether there is room for a run is no question while somebody should see the knee first.
  const room = redFlag === null ? forecast.room : null;
  return {
    redFlag,
    forecast: {
      ...forecast,
      stretches: [...forecast.stretches],
      room: room && { verdict: room.verdict, sentences: [...room.sentences] },
      noRoom: redFlag === null ? forecast.noRoom : null,
      assumptions: [...forecast.assumptions],
    },
    track: chartTrack(track, kneeLoad, expectedCadenceSpm),
  };
}
