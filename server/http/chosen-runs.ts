import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import { RunsMissingError, RunsUnreadyError } from '../services/chosen-runs.ts';
import type { Runs } from '../services/runs.ts';
import type { ToldGround } from '../services/told-ground.ts';
import { bind } from './bind.ts';
import { HttpProblem } from './problem.ts';

/** Ids told in a problem; of thousands the first ones are enough to look for. */
const IDS_TOLD = 5;

function asProblem(error: unknown): unknown {
  if (error instanceof RunsMissingError) {
    const { missing } = error;
    const ids = `${missing.slice(0, IDS_TOLD).join(', ')}${missing.length > IDS_TOLD ? ', …' : ''}`;
    const are = missing.length === 1 ? 'One of these runs is' : `${missing.length} of these runs are`;
    const detail = `${are} not here: ${ids}. It may have been deleted. Nothing was changed; load the list of runs again and choose anew.`;
    return new HttpProblem(404, 'runs-not-found', 'Not found', detail);
  }
  if (error instanceof RunsUnreadyError) {
    const are = error.count === 1 ? 'One of these runs is' : `${error.count} of these runs are`;
    return new HttpProblem(
      409,
      'runs-not-reviewed',
      'Not ready yet',
      `${are} still being read. Ask again in a moment.`,
    );
  }
  return error;
}

/** What the service answers; what it refuses becomes a problem. */
const answered = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((error: unknown) => {
    throw asProblem(error);
  });

/** Routes of several chosen runs. @param now Milliseconds since 1970, UTC. */
export function chosenRunRoutes(runs: Runs, told: ToldGround, now: () => number): Router {
  const router = Router();
  const named = (ending: string) => `kneewise-runs-${new Date(now()).toISOString().slice(0, 10)}.${ending}`;

  bind(router, OPERATIONS.getOriginals, async ({ body, response }) => {
    const zip = await answered(runs.originals(body.ids));
    response.attachment(named('zip'));
    response.type('application/zip').set('Cache-Control', 'no-store, no-transform');
    await pipeline(zip, response);
    return undefined;
  });

  bind(router, OPERATIONS.getRunTable, async ({ body, response }) => {
    const table = await answered(runs.table(body.ids));
    response.attachment(named('csv'));
    response.type('text/csv').send(table);
    return undefined;
  });

  bind(router, OPERATIONS.tellGroundOfRuns, ({ body }) => answered(told.tellAll(body)));
  bind(router, OPERATIONS.untellGroundOfRuns, ({ body }) => answered(told.untellAll(body)));

  return router;
}
