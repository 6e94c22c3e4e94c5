import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Trash } from '../services/trash.ts';
import { bind } from './bind.ts';
import { notFound } from './problem.ts';

/** Routes of deleted runs. */
export function trashRoutes(trash: Trash): Router {
  const router = Router();

  bind(router, OPERATIONS.getTrash, () => trash.list());
  bind(router, OPERATIONS.restoreRun, async ({ params }) => {
    if (!(await trash.restore(params.id))) throw notFound('run', params.id);
    return undefined;
  });
  bind(router, OPERATIONS.purgeRun, async ({ params }) => {
    if (!(await trash.purge({ id: params.id }))) throw notFound('run', params.id);
    return undefined;
  });
  bind(router, OPERATIONS.emptyTrash, async () => {
    await trash.purge('all');
    return undefined;
  });

  return router;
}
