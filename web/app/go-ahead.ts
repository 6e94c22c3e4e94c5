/** Fetches what a page is made of as soon as somebody is about to go there. */
import type { QueryClient } from '@tanstack/react-query';
import { reportQuery } from '../features/report/api/get-report.ts';
import { trackQuery } from '../features/report/api/get-track.ts';
import { runsQuery } from '../features/runs/api/get-runs.ts';
import { cadenceTrendQuery } from '../features/trends/api/get-cadence-trend.ts';
import { weeksQuery } from '../features/trends/api/get-weeks.ts';
import { RunReportRoute, TrendsPage } from './pages.tsx';

/** A pointer that rests on a link this long means to press it, milliseconds (assumption). */
const RESTING_MS = 100;

/** A failure shows when somebody goes there. */
const fetchCode = (page: { fetchAhead(): Promise<unknown> }): Promise<unknown> =>
  page.fetchAhead().catch(() => undefined);

/** So long after its load the first page stands, milliseconds (assumption); sooner, the code would compete with it. */
const SETTLED_MS = 1500;

const RUN_PATH = /^\/runs\/([0-9a-f]{16})$/;

function fetchFor(path: string, client: QueryClient): void {
  const runId = RUN_PATH.exec(path)?.[1];
  if (path === '/') void client.prefetchQuery(runsQuery);
  if (path === '/trends') {
    void fetchCode(TrendsPage);
    void client.prefetchQuery(weeksQuery);
    void client.prefetchQuery(cadenceTrendQuery);
  }
  if (runId === undefined) return;
  void fetchCode(RunReportRoute);
  void client.prefetchQuery(reportQuery(runId));
  void client.prefetchQuery(trackQuery(runId));
}

const pathOf = (event: Event): string | null =>
  event.target instanceof Element ? (event.target.closest('a')?.getAttribute('href') ?? null) : null;

/** Begins to watch the links of the page; once, for as long as it is open. */
export function goAhead(client: QueryClient): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('pointerover', (event) => {
    clearTimeout(resting);
    const path = pathOf(event);
    if (path !== null) resting = setTimeout(() => fetchFor(path, client), RESTING_MS);
  });
  // Before the press has done its work, so that data and code come at the same time.
  for (const kind of ['pointerdown', 'click']) {
    document.addEventListener(kind, (event) => fetchFor(pathOf(event) ?? '', client), { capture: true });
  }
  // The two pages with the most code, once the first page stands.
  addEventListener('load', () => {
    setTimeout(() => void fetchCode(RunReportRoute).then(() => fetchCode(TrendsPage)), SETTLED_MS);
  });
}
