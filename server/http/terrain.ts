import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Terrain } from '../services/terrain.ts';
import { bind } from './bind.ts';
import { keepUpload } from './keep-upload.ts';
import { invalidRequest, notFound } from './problem.ts';

/** Largest file of tiles that is taken, bytes. Assumption: a ZIP of some twenty tiles of 26 MB. */
const LIMIT = {
  mostBytes: 500 * 1024 ** 2,
  title: 'Tiles too large',
  detail: 'A file of terrain tiles may have 500 MB. Give fewer tiles at once.',
} as const;

/** Routes of terrain. `incoming` is the folder for files under way. */
export function terrainRoutes(terrain: Terrain, incoming: string): Router {
  const router = Router();
  bind(router, OPERATIONS.listTerrain, () => terrain.list());
  bind(router, OPERATIONS.addTerrain, async ({ params, request }) => {
    const refusal = await terrain.add(await keepUpload(request, incoming, LIMIT), params.name);
    if (refusal !== null) throw invalidRequest(refusal.replace(/\.$/, ''));
    return terrain.list();
  });
  bind(router, OPERATIONS.removeTerrain, async ({ params }) => {
    if (!(await terrain.remove(params.name))) throw notFound('terrain-tile', params.name);
    return undefined;
  });
  return router;
}
