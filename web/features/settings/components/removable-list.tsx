/** What lies in the data folder by name, each with a button to be rid of it. */
export function RemovableList({
  items,
  none,
  remove,
  removeLabel,
  isPending,
  onRemove,
}: {
  readonly items: readonly { readonly name: string; readonly told: string }[];
  /** Said where there are none. */
  readonly none: string;
  readonly remove: string;
  readonly removeLabel: (name: string) => string;
  readonly isPending: boolean;
  readonly onRemove: (name: string) => void;
}) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul className="map-list">
      {items.map(({ name, told }) => (
        <li key={name} className="row">
          <span>{told}</span>
          <button
            type="button"
            className="button button-small"
            aria-label={removeLabel(name)}
            disabled={isPending}
            onClick={() => onRemove(name)}
          >
            {remove}
          </button>
        </li>
      ))}
    </ul>
  );
}
