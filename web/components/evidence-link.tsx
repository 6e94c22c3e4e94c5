import type { ReactNode } from 'react';
import { Link } from 'wouter';

/**
 * A link to a relation or a source on the evidence page. A report in a file of its own is drawn without a browser and has no
 * such page: there it is left out.
 */
export function EvidenceLink({ part, children }: { readonly part: string; readonly children: ReactNode }) {
  if (typeof window === 'undefined') return null;
  return (
    <Link href={`/evidence#${part}`} className="screen-only">
      {children}
    </Link>
  );
}
