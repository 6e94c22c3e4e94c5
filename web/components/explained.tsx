import './explained.css';

/** An explanation behind the words that it explains; on paper, where nothing can be opened, it stands there. */
export function Explained({ summary, children }: { readonly summary: string; readonly children: string }) {
  return (
    <>
      <details className="explained quiet small screen-only">
        <summary>{summary}</summary>
        <p>{children}</p>
      </details>
      <p className="explained-paper quiet small">{children}</p>
    </>
  );
}
