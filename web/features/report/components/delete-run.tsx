import { useState } from 'react';
import { useLocation } from 'wouter';
import { words } from '../../../lib/words.ts';
import { useDeleteRun } from '../api/delete-run.ts';

const text = words.report.fine;

/** Deletes the run after asking once; then leads back to the list. */
export function DeleteRun({ id }: { readonly id: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [, navigate] = useLocation();
  const remove = useDeleteRun(id);
  if (!isAsking) {
    return (
      <button type="button" className="button" onClick={() => setIsAsking(true)}>
        {text.delete}
      </button>
    );
  }
  return (
    <div className="form-message row" role="alert">
      <p>{remove.error?.message ?? text.deleteAsk}</p>
      <button
        type="button"
        className="button button-main"
        disabled={remove.isPending}
        onClick={() => remove.mutate(undefined, { onSuccess: () => navigate('/') })}
      >
        {text.deleteYes}
      </button>
      <button type="button" className="button" onClick={() => setIsAsking(false)}>
        {text.deleteNo}
      </button>
    </div>
  );
}
