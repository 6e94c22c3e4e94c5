import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Runs } from '../services/runs.ts';
import type { Trash } from '../services/trash.ts';
import { bind } from './bind.ts';
import { HttpProblem, notFound } from './problem.ts';

/** The value, or 404. */
function found<T>(value: T | null, id: string): T {
  if (value === null) throw notFound('run', id);
  return value;
}

/** Routes of runs. */
export function runRoutes(runs: Runs, trash: Trash): Router {
  const router = Router();

  bind(router, OPERATIONS.listRuns, () => runs.listJson());
  bind(router, OPERATIONS.getRun, async ({ params }) => found(await runs.get(params.id), params.id));
  bind(router, OPERATIONS.getRunReport, async ({ params }) => found(await runs.page(params.id), params.id).report);
  bind(router, OPERATIONS.getRunTrack, async ({ params }) => found(await runs.page(params.id), params.id).track);
  bind(
    router,
    OPERATIONS.getRunLoadInput,
    async ({ params }) => found(await runs.page(params.id), params.id).loadInput,
  );

  bind(router, OPERATIONS.getRunOriginal, async ({ params, response }) => {
    const { path, fileName } = found(await runs.original(params.id), params.id);
    response.type('application/octet-stream');
    await new Promise<void>((resolve, reject) =>
      response.download(path, fileName, { dotfiles: 'allow' }, (error) => (error ? reject(error) : resolve())),
    );
    return undefined;
  });

  bind(router, OPERATIONS.changeRun, async ({ params, body }) => {
    const outcome = found(await runs.setCadenceUnit(params.id, body.cadenceUnit), params.id);
    if (!outcome.ok) throw new HttpProblem(422, outcome.error.code, 'Could not be read again', outcome.error.message);
    return found(await runs.get(params.id), params.id);
  });

  bind(router, OPERATIONS.deleteRun, async ({ params }) => {
    if (!(await trash.putRun(params.id))) throw notFound('run', params.id);
    return undefined;
  });

  bind(router, OPERATIONS.getRecordings, async ({ params }) => found(await runs.recordings(params.id), params.id));

  bind(router, OPERATIONS.setLeader, async ({ params, body }) => {
    if (!(await runs.setLeader(params.id, body.leaderId))) throw notFound('run', params.id);
    return found(await runs.recordings(params.id), params.id);
  });

  return router;
}
