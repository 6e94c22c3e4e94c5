import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { ToldGround } from '../services/told-ground.ts';
import { bind } from './bind.ts';
import { notFound } from './problem.ts';

/** Routes of what the runner says of the ground. */
export function toldGroundRoutes(told: ToldGround): Router {
  const found = <T>(value: T | null, id: string): T => {
    if (value === null) throw notFound('run', id);
    return value;
  };
  const router = Router();
  bind(router, OPERATIONS.getToldGround, async ({ params }) => found(await told.list(params.id), params.id));
  bind(router, OPERATIONS.tellGround, async ({ params, body }) => found(await told.tell(params.id, body), params.id));
  bind(router, OPERATIONS.untellGround, async ({ params }) =>
    found(await told.untell(params.id, params.stretchId), params.id),
  );
  return router;
}
