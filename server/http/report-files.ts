import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import { PRIVACY_RADIUS_M } from '#contract/report-file';
import type { ReportFiles } from '../services/report-files.ts';
import { bind } from './bind.ts';
import { notFound } from './problem.ts';

/** The route of reports to hand on. */
export function reportFileRoutes(files: ReportFiles): Router {
  const router = Router();
  bind(router, OPERATIONS.getReportFile, async ({ params, request, response }) => {
    const { map, pain } = request.query;
    const file = await files.html(params.id, {
      mapWithoutM: map === 'yes' ? PRIVACY_RADIUS_M : null,
      withPain: pain === 'yes',
    });
    if (!file) throw notFound('run', params.id);
    // To be kept, not shown here: the page's own policy would forbid its styles.
    response.attachment(file.fileName).type('html').send(file.html);
    return undefined;
  });
  return router;
}
