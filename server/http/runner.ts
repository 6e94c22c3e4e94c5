import { Router } from 'express';
import { futureDate } from '#contract/future-date';
import { OPERATIONS } from '#contract/operations';
import type { Runner } from '../services/runner.ts';
import { bind } from './bind.ts';
import { invalidRequest, notFound } from './problem.ts';

/**
 * Routes of what the runner tells: profile and pain log.
 *
 * @param now Milliseconds since 1970, UTC.
 */
export function runnerRoutes(runner: Runner, now: () => number): Router {
  const refuseFuture = (dates: Readonly<Record<string, string | null>>) => {
    const refusal = futureDate(dates, now());
    if (refusal !== null) throw invalidRequest(refusal);
  };

  const router = Router();

  bind(router, OPERATIONS.getProfile, () => runner.profile());
  bind(router, OPERATIONS.putProfile, ({ body }) => {
    const { lastKneeInjury, lastOtherInjury } = body;
    refuseFuture({ lastKneeInjury, lastOtherInjury });
    return runner.putProfile(body);
  });
  bind(router, OPERATIONS.getPainLog, () => runner.painLog());

  bind(router, OPERATIONS.createPainEntry, async ({ body }) => {
    refuseFuture({ date: body.date });
    const stored = await runner.addPainEntry(body);
    if (!stored) throw notFound('run', body.runId ?? '');
    return stored;
  });

  bind(router, OPERATIONS.putPainEntry, async ({ params, body }) => {
    refuseFuture({ date: body.date });
    const stored = await runner.putPainEntry(params.id, body);
    if (stored === 'no-run') throw notFound('run', body.runId ?? '');
    if (stored === 'no-entry') throw notFound('pain-entry', params.id);
    return stored;
  });

  bind(router, OPERATIONS.deletePainEntry, async ({ params }) => {
    if (!(await runner.removePainEntry(params.id))) throw notFound('pain-entry', params.id);
    return undefined;
  });

  return router;
}
