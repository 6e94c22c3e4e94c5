import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Runner } from '../services/runner.ts';
import { bind } from './bind.ts';
import { invalidRequest, notFound } from './problem.ts';

/** How far ahead of the clock a date may be, milliseconds: a day, because the runner's day may have begun before ours. */
const MOST_AHEAD_MS = 86_400_000;

/**
 * Routes of what the runner tells: profile and pain log.
 *
 * @param now Milliseconds since 1970, UTC.
 */
export function runnerRoutes(runner: Runner, now: () => number): Router {
  const refuseFuture = (field: string, date: string | null) => {
    if (date === null || Date.parse(date) <= now() + MOST_AHEAD_MS) return;
    throw invalidRequest(`"${field}" has to be today or earlier, and ${date} is in the future`);
  };

  const router = Router();

  bind(router, OPERATIONS.getProfile, () => runner.profile());
  bind(router, OPERATIONS.putProfile, ({ body }) => {
    refuseFuture('lastKneeInjury', body.lastKneeInjury);
    refuseFuture('lastOtherInjury', body.lastOtherInjury);
    return runner.putProfile(body);
  });
  bind(router, OPERATIONS.getPainLog, async () => ({ entries: await runner.painLog() }));

  bind(router, OPERATIONS.createPainEntry, async ({ body }) => {
    refuseFuture('date', body.date);
    const stored = await runner.addPainEntry(body);
    if (!stored) throw notFound('run', body.runId ?? '');
    return stored;
  });

  bind(router, OPERATIONS.deletePainEntry, async ({ params }) => {
    if (!(await runner.removePainEntry(params.id))) throw notFound('pain-entry', params.id);
    return undefined;
  });

  return router;
}
