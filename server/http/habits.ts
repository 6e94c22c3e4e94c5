import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Habits } from '../services/habits.ts';
import { bind } from './bind.ts';

/** Routes of the next run, pain patterns and care. */
export function habitRoutes(habits: Habits): Router {
  const router = Router();
  bind(router, OPERATIONS.getNextRun, () => habits.nextRun());
  bind(router, OPERATIONS.getPainPatterns, () => habits.painPatterns());
  bind(router, OPERATIONS.getCare, () => habits.care());
  return router;
}
