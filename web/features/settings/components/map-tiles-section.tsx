import { type FormEvent, useState } from 'react';
import { Failed, Loading } from '../../../components/states.tsx';
import { useChooseMapTiles, useMapTiles } from '../../../lib/map-tiles.ts';
import { words } from '../../../lib/words.ts';

const text = words.mapTiles;

function AddressForm({ template }: { readonly template: string | null }) {
  const [typed, setTyped] = useState(template ?? '');
  const choose = useChooseMapTiles();
  const save = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate({ template: typed.trim() || null });
  };
  return (
    <form className="field" onSubmit={save}>
      <label htmlFor="map-tiles">{text.address}</label>
      <span className="field-hint">{text.addressHint}</span>
      <input id="map-tiles" className="input" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p role="status">{choose.error?.message ?? (choose.isSuccess ? text.saved : null)}</p>
      <div className="row">
        <button type="submit" className="button" disabled={choose.isPending}>
          {text.save}
        </button>
      </div>
    </form>
  );
}

/** Whether a map is drawn under the tracks, and whose. Off until the runner names a server. */
export function MapTilesSection() {
  const tiles = useMapTiles();
  return (
    <section className="section settings-section" aria-labelledby="map-tiles-title">
      <h2 id="map-tiles-title">{text.title}</h2>
      <p className="quiet">{text.intro}</p>
      {tiles.isPending && <Loading what={text.what} heights={[72]} />}
      {tiles.isError && <Failed error={tiles.error} onRetry={() => void tiles.refetch()} />}
      {tiles.data && <AddressForm template={tiles.data.template} />}
    </section>
  );
}
