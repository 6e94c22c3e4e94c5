import type { ReactNode } from 'react';
import { ApiProblem } from '../lib/api-client.ts';
import { words } from '../lib/words.ts';
import './states.css';

/** Grey blocks of roughly the shape that is coming, and one sentence for screen readers. */
export function Loading({ what, heights }: { readonly what: string; readonly heights: readonly number[] }) {
  return (
    <div className="stack" role="status">
      <span className="visually-hidden">{words.states.loading(what)}</span>
      {heights.map((height, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are interchangeable and never move.
        <div key={at} className="loading-block" style={{ height }} />
      ))}
    </div>
  );
}

const NOT_FOUND = 404;

/** Says what went wrong in the server's words and offers the one thing that may help. */
export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const title = error instanceof ApiProblem ? error.title : words.states.failedTitle;
  const detail = error instanceof Error ? error.message : words.states.failedDetail;
  // Asking again does not bring back what was deleted.
  const isGone = error instanceof ApiProblem && error.status === NOT_FOUND;
  return (
    <div className="state" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {onRetry && !isGone && (
        <button type="button" className="button" onClick={onRetry}>
          {words.states.retry}
        </button>
      )}
    </div>
  );
}

/** A page that has nothing to show yet, and what would fill it. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
