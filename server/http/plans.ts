import { rm } from 'node:fs/promises';
import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import { planQuerySchema } from '#contract/plans';
import type { Plans } from '../services/plans.ts';
import { bind } from './bind.ts';
import { HttpProblem, invalidUpload, notFound } from './problem.ts';
import { filesOf, uploadInto } from './upload.ts';

/** Routes of planned routes. `incoming` is the folder for files under way. */
export function planRoutes(plans: Plans, incoming: string): Router {
  const found = <T>(value: T | null | false, id: string): T => {
    if (value === null || value === false) throw notFound('plan', id);
    return value;
  };
  const router = Router();
  bind(router, OPERATIONS.listPlans, () => plans.list());
  bind(
    router,
    OPERATIONS.createPlan,
    async ({ request }) => {
      const files = filesOf(request);
      try {
        const [file, second] = files;
        if (!file || second) throw invalidUpload();
        const added = await plans.add(file);
        if (!added.ok) throw new HttpProblem(422, added.error.code, 'No route in this file', added.error.message);
        return added.value;
      } finally {
        for (const { kept } of files) if (kept) await rm(kept.temporaryPath, { force: true });
      }
    },
    ...uploadInto(incoming),
  );
  bind(router, OPERATIONS.getPlan, async ({ params, request }) =>
    found(await plans.forecast(params.id, planQuerySchema.parse(request.query)), params.id),
  );
  bind(router, OPERATIONS.getPlanOriginal, async ({ params, response }) => {
    const { fileName, bytes } = found(await plans.original(params.id), params.id);
    response.attachment(fileName).type('application/octet-stream').send(Buffer.from(bytes));
    return undefined;
  });
  bind(router, OPERATIONS.changePlan, async ({ params, body }) =>
    found(await plans.rename(params.id, body.name), params.id),
  );
  bind(router, OPERATIONS.deletePlan, async ({ params }) => {
    found(await plans.delete(params.id), params.id);
    return undefined;
  });
  bind(router, OPERATIONS.restorePlan, async ({ params }) => {
    found(await plans.restore(params.id), params.id);
    return undefined;
  });
  return router;
}
