import { useId, useState } from 'react';
import type { NextRun } from '#contract/habits';
import { altitude, distance, loadNumber } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import './budget.css';

const text = words.nextRun;

/** Descents are told in such steps, metres: finer ones are within the error of a watch. */
const DESCENT_STEP_M = 10;

type BudgetAnswer = NonNullable<NextRun['budget']>;

/** One length, with a bar against the longest that is shown. */
function Reach(props: { readonly name: string; readonly metres: number; readonly mostM: number }) {
  const { units } = usePreferences();
  return (
    <div className="budget-reach">
      <p>
        <span>{props.name}</span>
        <strong>{distance(props.metres, units)}</strong>
      </p>
      <div className="budget-bar" aria-hidden="true">
        <span style={{ width: `${(100 * props.metres) / props.mostM}%` }} />
      </div>
    </div>
  );
}

function OverDescent({ budget }: { readonly budget: BudgetAnswer }) {
  const { units } = usePreferences();
  const id = useId();
  const steps = budget.overDescent;
  const [step, setStep] = useState(() => {
    const usual = steps.findIndex(({ descentM }) => descentM >= (budget.hilly?.descentM ?? 0));
    return usual < 0 ? steps.length - 1 : usual;
  });
  const reach = steps[step];
  if (!reach || steps.length < 2 || budget.newDescentM === null) return <p className="quiet">{text.noDescent}</p>;
  return (
    <>
      <Reach name={text.withDescent(altitude(reach.descentM, units))} metres={reach.distanceM} mostM={budget.flatM} />
      <div className="budget-slider">
        <label htmlFor={id} className="small">
          {units === 'mi' ? text.descentFeet : text.descent}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={steps.length - 1}
          value={step}
          aria-valuetext={`${altitude(reach.descentM, units)}: ${distance(reach.distanceM, units)}`}
          onChange={(event) => setStep(Number(event.target.value))}
        />
        <p className="quiet small">
          {text.newDescent(altitude(Math.floor(budget.newDescentM / DESCENT_STEP_M) * DESCENT_STEP_M, units))}
        </p>
      </div>
    </>
  );
}

/** How far the next run can go, on the flat and over hills, and what that goes by. */
export function Budget({ budget }: { readonly budget: BudgetAnswer }) {
  const { units } = usePreferences();
  return (
    <>
      <p className="lede">{budget.sentence}</p>
      <div className="budget-gauge">
        <Reach name={text.flat} metres={budget.flatM} mostM={budget.flatM} />
        <OverDescent budget={budget} />
      </div>
      <section className="section" aria-labelledby="budget-why-title">
        <h2 id="budget-why-title">{text.whyTitle}</h2>
        <dl className="budget-why">
          <div>
            <dt>{text.longest}</dt>
            <dd>{distance(budget.longestM, units)}</dd>
          </div>
          {budget.highestKm !== null && (
            <div>
              <dt>{text.highest}</dt>
              <dd>{text.about(loadNumber(budget.highestKm, units), words.load.unit(units))}</dd>
            </div>
          )}
        </dl>
        <p>{text.limit[budget.limit]}</p>
        <p className="quiet">{text.honest}</p>
      </section>
    </>
  );
}
