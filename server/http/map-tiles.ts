import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { MapTiles } from '../services/map-tiles.ts';
import { bind } from './bind.ts';

/** Routes of the background of the map of a run. */
export function mapTileRoutes(tiles: MapTiles): Router {
  const router = Router();
  bind(router, OPERATIONS.getMapTiles, () => tiles.choice);
  bind(router, OPERATIONS.putMapTiles, async ({ body }) => {
    await tiles.choose(body);
    return tiles.choice;
  });
  return router;
}
