import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import { ENGINE_VERSION } from '#core';
import type { Passwords } from '../services/passwords.ts';
import { bind } from './bind.ts';
import { openApi } from './openapi.ts';

/** Routes about the server itself. */
export function metaRoutes(passwords: Passwords): Router {
  const router = Router();
  bind(router, OPERATIONS.getHealth, () => ({ status: 'ok' as const, engineVersion: ENGINE_VERSION }));
  bind(router, OPERATIONS.getSession, async () => ({ hasPassword: await passwords.isSet() }));
  bind(router, OPERATIONS.getOpenApi, () => openApi());
  return router;
}
