import { Link } from 'wouter';
import { RedFlag } from '../../components/red-flag.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { words } from '../../lib/words.ts';
import { useNextRun } from './api/get-next-run.ts';
import { Budget } from './components/budget.tsx';
import { PlanSection } from './components/plan-section.tsx';

const text = words.nextRun;

function Answer() {
  const nextRun = useNextRun();
  if (nextRun.isPending) return <Loading what={text.what} heights={[48, 160, 120]} />;
  if (nextRun.isError) return <Failed error={nextRun.error} onRetry={() => void nextRun.refetch()} />;
  const { redFlag, budget, missing } = nextRun.data;
  if (redFlag !== null) return <RedFlag flag={redFlag} />;
  if (budget !== null) return <Budget key={budget.sentence} budget={budget} />;
  return (
    <Empty title={text.none}>
      <p className="quiet">{missing}</p>
      <Link href="/" className="button">
        {text.addRuns}
      </Link>
    </Empty>
  );
}

/** How far the next run can go before it stands out from the month before it, and what planned routes would ask. */
export function NextRunPage() {
  return (
    <div className="stack">
      <h1>{text.title}</h1>
      <Answer />
      <PlanSection />
    </div>
  );
}
