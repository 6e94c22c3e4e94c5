import type { Severity } from '#core';
import { words } from '../lib/words.ts';
import './severity-mark.css';

const SHAPES = {
  none: <path d="M2 7.5 5.5 11 12 3.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  info: <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  moderate: <path d="M7 1 13.4 12.6H.6z" fill="currentColor" />,
  high: <rect x="1" y="1" width="12" height="12" rx="1" fill="currentColor" />,
} satisfies Record<Severity, unknown>;

/**
 * Shape first, then words: ring, triangle, square.
 *
 * @param label - what is flagged; without it the word of the severity itself
 */
export function SeverityMark({ severity, label }: { readonly severity: Severity; readonly label?: string }) {
  return (
    <span className="severity">
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {SHAPES[severity]}
      </svg>
      {label !== undefined && <span className="visually-hidden">{words.severity[severity]}: </span>}
      <span>{label ?? words.severity[severity]}</span>
    </span>
  );
}
