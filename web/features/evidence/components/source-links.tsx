/** A key as a reader says it: `Willy2016Load` is "Willy 2016". */
const spoken = (key: string): string => key.replace(/^(.*?)(\d{4}).*$/, '$1 $2').replace(/([a-z])([A-Z])/g, '$1 $2');

/** Links to sources further down the page. */
export function SourceLinks({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((key, at) => (
    <span key={key}>
      {at > 0 && ', '}
      <a href={`#${key}`}>{spoken(key)}</a>
    </span>
  ));
}
