import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import { toCsv } from '../services/csv.ts';
import type { Imports } from '../services/imports.ts';
import { bind } from './bind.ts';
import { streamImport } from './event-stream.ts';
import { HttpProblem, invalidUpload, notFound } from './problem.ts';
import { filesOf, uploadInto } from './upload.ts';

const CSV_HEAD = ['file', 'bytes', 'outcome', 'code', 'reason', 'run'];

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
      return { id: await imports.accept(files, request.query.origin === 'command' ? 'command' : 'files') };
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

  bind(router, OPERATIONS.listImports, async () => ({ imports: await imports.list() }));

  const filesOfImport = async (id: string) => {
    const files = await imports.files(id);
    if (!files) throw notFound('import', id);
    return files;
  };

  bind(router, OPERATIONS.getImportFiles, async ({ params }) => ({ files: await filesOfImport(params.id) }));

  bind(router, OPERATIONS.getImportCsv, async ({ params, response }) => {
    const files = await filesOfImport(params.id);
    const rows = files.map(({ name, bytes, state, code, reason, runId }) => [name, bytes, state, code, reason, runId]);
    response.attachment(`kneewise-import-${params.id.slice(0, 8)}.csv`);
    response.type('text/csv; charset=utf-8').send(toCsv([CSV_HEAD, ...rows]));
    return undefined;
  });

  bind(router, OPERATIONS.cancelImport, async ({ params }) => {
    if (!(await imports.cancel(params.id))) throw notFound('import', params.id);
    return undefined;
  });

  bind(router, OPERATIONS.undoImport, async ({ params }) => {
    const runs = await imports.undo(params.id);
    if (runs === null) throw notFound('import', params.id);
    return { runs };
  });

  bind(router, OPERATIONS.treatFileAsRun, async ({ params }) => {
    if (!(await imports.treatAsRun(params.id, params.fileId))) throw notFound('import-file', params.fileId);
    const found = await imports.get(params.id);
    if (!found) throw notFound('import', params.id);
    return found;
  });

  return router;
}
