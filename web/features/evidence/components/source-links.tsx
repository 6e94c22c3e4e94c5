import { sourceName } from '../../../lib/source-name.ts';

/** Links to sources further down the page. */
export function SourceLinks({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((key, at) => (
    <span key={key}>
      {at > 0 && ', '}
      <a href={`#${key}`}>{sourceName(key)}</a>
    </span>
  ));
}
