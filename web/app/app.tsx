import { Route, Switch } from 'wouter';
import { RunsPage } from '../features/runs/runs-page.tsx';
import { words } from '../lib/words.ts';
import {
  CarePage,
  EvidencePage,
  ImportsPage,
  NextRunPage,
  PainPage,
  PlanPage,
  RunReportRoute,
  SettingsPage,
  TrendsPage,
} from './pages.tsx';
import { Shell } from './shell.tsx';

function NotFoundPage() {
  return (
    <div className="stack">
      <h1>{words.notFound.title}</h1>
      <p>{words.notFound.detail}</p>
    </div>
  );
}

/** Which page stands at which address. */
export function App() {
  return (
    <Shell>
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
    </Shell>
  );
}
