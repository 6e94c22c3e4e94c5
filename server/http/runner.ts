import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Runner } from '../services/runner.ts';
import { bind } from './bind.ts';
import { notFound } from './problem.ts';

/** Routes of what the runner tells: profile and pain log. */
export function runnerRoutes(runner: Runner): Router {
  const router = Router();

  bind(router, OPERATIONS.getProfile, () => runner.profile());
  bind(router, OPERATIONS.putProfile, ({ body }) => runner.putProfile(body));
  bind(router, OPERATIONS.getPainLog, async () => ({ entries: await runner.painLog() }));

  bind(router, OPERATIONS.createPainEntry, async ({ body }) => {
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
