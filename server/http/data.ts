import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { DataKeeping } from '../services/data-keeping.ts';
import { RestoreError } from '../services/restore.ts';
import { bind } from './bind.ts';
import { HttpProblem, invalidUpload } from './problem.ts';
import { filesOf, uploadInto } from './upload.ts';

const CANNOT_WATCH =
  'This folder cannot be watched: the path has to be absolute, and KNEEWISE_WATCH must not be set, which has the say.';

/** Routes of backups, export, restore and the watched folder. `incoming` is the folder for files under way. */
export function dataRoutes({ backups, watch, exportAll, restore }: DataKeeping, incoming: string): Router {
  const router = Router();

  bind(router, OPERATIONS.getBackups, () => backups.list());
  bind(router, OPERATIONS.makeBackup, () => backups.make());

  bind(router, OPERATIONS.exportAll, async ({ response }) => {
    const { name, zip } = await exportAll();
    response.attachment(name);
    response.type('application/zip').set('Cache-Control', 'no-store, no-transform');
    await pipeline(zip, response);
    return undefined;
  });

  bind(
    router,
    OPERATIONS.restoreAll,
    async ({ request }) => {
      const [file] = filesOf(request);
      if (!file?.kept) throw invalidUpload();
      try {
        return await restore(file.kept.temporaryPath);
      } catch (error) {
        if (!(error instanceof RestoreError)) throw error;
        throw new HttpProblem(409, 'not-restored', 'Not restored', error.message);
      }
    },
    ...uploadInto(incoming),
  );

  bind(router, OPERATIONS.getWatchFolder, () => watch.state());
  bind(router, OPERATIONS.putWatchFolder, async ({ body }) => {
    if (!(await watch.set(body.path))) throw new HttpProblem(422, 'cannot-watch', 'Cannot be watched', CANNOT_WATCH);
    return watch.state();
  });

  return router;
}
