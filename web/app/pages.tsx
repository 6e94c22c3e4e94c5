/** The pages, each in a file of its own: Leaflet and chart.js weigh more than all the rest, and the first page needs neither. */
import { fetchedPage } from './fetched-page.tsx';

/** The report of one run. */
export const RunReportRoute = fetchedPage(() =>
  import('./run-report-route.tsx').then((module) => module.RunReportRoute),
);
/** Load and cadence over the weeks. */
export const TrendsPage = fetchedPage(() =>
  import('../features/trends/trends-page.tsx').then((module) => module.TrendsPage),
);
/** Before a run. */
export const NextRunPage = fetchedPage(() =>
  import('../features/next-run/next-run-page.tsx').then((module) => module.NextRunPage),
);
/** A planned route. */
export const PlanPage = fetchedPage(() =>
  import('../features/next-run/plan-page.tsx').then((module) => module.PlanPage),
);
/** Advice and the article. */
export const CarePage = fetchedPage(() => import('../features/care/care-page.tsx').then((module) => module.CarePage));
/** The pain log. */
export const PainPage = fetchedPage(() => import('../features/pain/pain-page.tsx').then((module) => module.PainPage));
/** What was imported, and the trash. */
export const ImportsPage = fetchedPage(() =>
  import('../features/imports/imports-page.tsx').then((module) => module.ImportsPage),
);
/** Settings. */
export const SettingsPage = fetchedPage(() =>
  import('../features/settings/settings-page.tsx').then((module) => module.SettingsPage),
);
/** Sources and the model. */
export const EvidencePage = fetchedPage(() =>
  import('../features/evidence/evidence-page.tsx').then((module) => module.EvidencePage),
);
