import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Maps } from '../services/maps.ts';
import type { OnlineMaps } from '../services/online-maps.ts';
import { bind } from './bind.ts';
import { keepUpload } from './keep-upload.ts';
import { invalidRequest, notFound } from './problem.ts';

/** Largest extract that is taken, bytes. Assumption: a large country; a continent would not fit into memory. */
const LIMIT = {
  mostBytes: 2 * 1024 ** 3,
  title: 'Map too large',
  detail: 'An extract may have 2 GB. Choose a smaller region: a county or a state is enough.',
} as const;

/** Routes of maps. `incoming` is the folder for files under way. */
export function mapRoutes(maps: Maps, online: OnlineMaps, incoming: string): Router {
  const router = Router();
  bind(router, OPERATIONS.listMaps, () => maps.list());
  bind(router, OPERATIONS.addMap, async ({ params, request }) => {
    const refusal = maps.whyNotAdd(params.name);
    if (refusal !== null) throw invalidRequest(refusal);
    maps.add(await keepUpload(request, incoming, LIMIT), params.name);
    return maps.list();
  });
  bind(router, OPERATIONS.removeMap, async ({ params }) => {
    if (!(await maps.remove(params.name))) throw notFound('map', params.name);
    return undefined;
  });
  bind(router, OPERATIONS.getOnlineMap, () => online.state());
  bind(router, OPERATIONS.putOnlineMap, async ({ body }) => {
    await online.set(body.address);
    return online.state();
  });
  bind(router, OPERATIONS.clearOnlineMap, async () => {
    await online.clear();
    return online.state();
  });
  return router;
}
