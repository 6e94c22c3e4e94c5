import type { ReactNode } from 'react';

/** What one mark of a chart means. */
export interface KeyEntry {
  readonly mark: ReactNode;
  readonly label: string;
}

/** The key under a chart, for the eye only: the table beside the chart names its columns. Marks are drawn in 18 × 12 units. */
export function ChartKey({ entries }: { readonly entries: readonly KeyEntry[] }) {
  return (
    <ul className="chart-key" aria-hidden="true">
      {entries.map((entry) => (
        <li key={entry.label}>
          <svg viewBox="0 0 18 12" aria-hidden="true">
            {entry.mark}
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
