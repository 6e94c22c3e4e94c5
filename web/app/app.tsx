import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Empty, Loading } from '../components/states.tsx';
import { RunsPage } from '../features/runs/runs-page.tsx';
import { words } from '../lib/words.ts';
import { Shell } from './shell.tsx';

// Leaflet and chart.js weigh more than all the rest, and the first page needs neither.
const RunReportRoute = lazy(() =>
  import('./run-report-route.tsx').then((module) => ({ default: module.RunReportRoute })),
);
const TrendsPage = lazy(() =>
  import('../features/trends/trends-page.tsx').then((module) => ({ default: module.TrendsPage })),
);
const NextRunPage = lazy(() =>
  import('../features/next-run/next-run-page.tsx').then((module) => ({ default: module.NextRunPage })),
);
const PlanPage = lazy(() =>
  import('../features/next-run/plan-page.tsx').then((module) => ({ default: module.PlanPage })),
);
const CarePage = lazy(() => import('../features/care/care-page.tsx').then((module) => ({ default: module.CarePage })));
const PainPage = lazy(() => import('../features/pain/pain-page.tsx').then((module) => ({ default: module.PainPage })));
const ImportsPage = lazy(() =>
  import('../features/imports/imports-page.tsx').then((module) => ({ default: module.ImportsPage })),
);
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page.tsx').then((module) => ({ default: module.SettingsPage })),
);

const EvidencePage = lazy(() =>
  import('../features/evidence/evidence-page.tsx').then((module) => ({ default: module.EvidencePage })),
);

function NotFoundPage() {
  return (
    <Empty title={words.notFound.title}>
      <p>{words.notFound.detail}</p>
    </Empty>
  );
}

/** Which page stands at which address. */
export function App() {
  return (
    <Shell>
      <Suspense fallback={<Loading what={words.states.page} heights={[48, 220, 160]} />}>
        <Switch>
          <Route path="/" component={RunsPage} />
          <Route path="/runs/:id">{(params) => <RunReportRoute key={params.id} id={params.id} />}</Route>
          <Route path="/trends" component={TrendsPage} />
          <Route path="/before" component={NextRunPage} />
          <Route path="/plans/:id">{(params) => <PlanPage key={params.id} id={params.id} />}</Route>
          <Route path="/pain" component={PainPage} />
          <Route path="/care" component={CarePage} />
          <Route path="/imports" component={ImportsPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route path="/evidence" component={EvidencePage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
