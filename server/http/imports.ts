import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Imports } from '../services/imports.ts';
import { bind } from './bind.ts';
import { streamImport } from './event-stream.ts';
import { HttpProblem, invalidUpload, notFound } from './problem.ts';
import { filesOf, uploadInto } from './upload.ts';

const NO_SAMPLE = 'The sample season was not built. Run npm run build.';

/** Routes of imports. `incoming` is the folder for files under way. */
export function importRoutes(imports: Imports, incoming: string): Router {
  const router = Router();

  bind(
    router,
    OPERATIONS.createImport,
    async ({ request }) => {
      const files = filesOf(request);
      if (files.length === 0) throw invalidUpload();
      return { id: await imports.accept(files) };
    },
    ...uploadInto(incoming),
  );

  bind(router, OPERATIONS.createSampleImport, async () => {
    const id = await imports.acceptSample();
    if (id === null) throw new HttpProblem(503, 'no-sample', 'No sample season', NO_SAMPLE);
    return { id };
  });

  bind(router, OPERATIONS.getImport, async ({ params }) => {
    const found = await imports.get(params.id);
    if (!found) throw notFound('import', params.id);
    return found;
  });

  bind(router, OPERATIONS.watchImport, async ({ params, response }) => {
    const found = await imports.get(params.id);
    if (!found) throw notFound('import', params.id);
    await streamImport(imports, found, response);
    return undefined;
  });

  bind(router, OPERATIONS.treatFileAsRun, async ({ params }) => {
    if (!(await imports.treatAsRun(params.id, params.fileId))) throw notFound('import-file', params.fileId);
    const found = await imports.get(params.id);
    if (!found) throw notFound('import', params.id);
    return found;
  });

  return router;
}
