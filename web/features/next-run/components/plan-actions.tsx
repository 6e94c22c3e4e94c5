import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Plan } from '#contract/plans';
import { words } from '../../../lib/words.ts';
import { useDeletePlan, useRenamePlan } from '../api/plans.ts';

const text = words.plans.page;

function Rename({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const id = useId();
  const [name, setName] = useState(plan.name);
  const rename = useRenamePlan(plan.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name, { onSuccess: onDone });
  };
  return (
    <form className="plan-rename" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{text.name}</label>
        <input
          id={id}
          className="input"
          value={name}
          required
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="button button-main" disabled={rename.isPending}>
        {text.save}
      </button>
      <button type="button" className="button" onClick={onDone}>
        {text.cancel}
      </button>
      {rename.isError && <p role="alert">{rename.error.message}</p>}
    </form>
  );
}

/** What can be done with a plan itself. A deleted one can be brought back from the page before. */
export function PlanActions({ plan }: { readonly plan: Plan }) {
  const [, goTo] = useLocation();
  const [isNaming, setIsNaming] = useState(false);
  const remove = useDeletePlan();
  if (isNaming) return <Rename plan={plan} onDone={() => setIsNaming(false)} />;
  return (
    <div className="row">
      <button type="button" className="button button-small" onClick={() => setIsNaming(true)}>
        {text.rename}
      </button>
      <a className="button button-small" href={`/api/plans/${plan.id}/original`} download>
        {text.original}
      </a>
      <button
        type="button"
        className="button button-small"
        disabled={remove.isPending}
        onClick={() => remove.mutate(plan.id, { onSuccess: () => goTo('/before') })}
      >
        {text.remove}
      </button>
      {remove.isError && <p role="alert">{remove.error.message}</p>}
    </div>
  );
}
