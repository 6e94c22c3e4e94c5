import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import { ENGINE_VERSION } from '#core';
import { bind } from './bind.ts';
import { openApi } from './openapi.ts';

/** Routes about the server itself. */
export function metaRoutes(): Router {
  const router = Router();
  bind(router, OPERATIONS.getHealth, () => ({ status: 'ok' as const, engineVersion: ENGINE_VERSION }));
  bind(router, OPERATIONS.getOpenApi, () => openApi());
  return router;
}
