import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Trends } from '../services/trends.ts';
import { bind } from './bind.ts';

/** Routes of trends. */
export function trendRoutes(trends: Trends): Router {
  const router = Router();
  bind(router, OPERATIONS.getWeeks, () => trends.weeks());
  bind(router, OPERATIONS.getCadenceTrend, () => trends.cadence());
  return router;
}
