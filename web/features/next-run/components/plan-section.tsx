import { Link, useLocation } from 'wouter';
import type { PlanList } from '#contract/plans';
import { Failed, Loading } from '../../../components/states.tsx';
import { shortDayYear } from '../../../lib/dates.ts';
import { counted, distance } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { usePlans, useRestorePlan } from '../api/plans.ts';
import { PlanDrop } from './plan-drop.tsx';
import './plans.css';

const text = words.plans;

function Deleted({ plans }: { readonly plans: PlanList['deleted'] }) {
  const restore = useRestorePlan();
  if (plans.length === 0) return null;
  return (
    <details>
      <summary>{text.deleted(counted(plans.length, 'route'))}</summary>
      <ul className="plan-list">
        {plans.map((plan) => (
          <li key={plan.id}>
            <span className="plan-name">{plan.name}</span>
            <button
              type="button"
              className="link-button small"
              aria-label={text.restoreLabel(plan.name)}
              disabled={restore.isPending}
              onClick={() => restore.mutate(plan.id)}
            >
              {text.restore}
            </button>
            <span className="quiet small">{text.gone(shortDayYear(plan.goneAt))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Plans() {
  const { units } = usePreferences();
  const plans = usePlans();
  if (plans.isPending) return <Loading what={text.what} heights={[44, 44]} />;
  if (plans.isError) return <Failed error={plans.error} onRetry={() => void plans.refetch()} />;
  return (
    <>
      {plans.data.plans.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className="plan-list">
        {plans.data.plans.map((plan) => (
          <li key={plan.id}>
            <Link href={`/plans/${plan.id}`} className="plan-name">
              {plan.name}
            </Link>
            <strong>{distance(plan.distanceM, units)}</strong>
            <span className="quiet small">{text.added(shortDayYear(plan.createdAt))}</span>
          </li>
        ))}
      </ul>
      <Deleted plans={plans.data.deleted} />
    </>
  );
}

/** Routes that somebody means to run: where to drop one, and those that are here. */
export function PlanSection() {
  const [, goTo] = useLocation();
  return (
    <section className="section stack" aria-labelledby="plans-title">
      <h2 id="plans-title">{text.title}</h2>
      <p className="quiet">{text.intro}</p>
      <PlanDrop onAdded={(id) => goTo(`/plans/${id}`)} />
      <Plans />
    </section>
  );
}
