import { type ChangeEvent, type DragEvent, useState } from 'react';
import type { MapList } from '#contract/maps';
import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { useAddMap, useMaps, useRemoveMap } from '../api/maps.ts';
import { OnlineMap } from './online-map.tsx';
import { RemovableList } from './removable-list.tsx';

const text = words.maps;

function AddMap({ adding }: { readonly adding: MapList['adding'] }) {
  const add = useAddMap();
  const [isOver, setIsOver] = useState(false);
  const isMaking = adding?.state === 'adding';
  const isBusy = add.isPending || isMaking;
  const take = (file: File | undefined) => {
    if (file && !isBusy) add.mutate(file);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = Array.from(event.target.files ?? []);
    // Choosing the same file again must count as a change.
    event.target.value = '';
    take(file);
  };
  const draggedOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(!isBusy);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const told = () => {
    if (isOver) return text.over;
    if (add.isPending) return text.sending;
    if (add.error) return add.error.message;
    if (adding === null) return null;
    return isMaking ? text.making(adding.name, adding.percent) : text.failed(adding.name, adding.reason ?? '');
  };
  return (
    <fieldset
      className={`field map-drop${isOver ? ' map-drop-over' : ''}`}
      onDragOver={draggedOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      <label htmlFor="map-file">{text.add}</label>
      <span className="field-hint" id="map-file-hint">
        {text.addHint}
      </span>
      <input
        id="map-file"
        type="file"
        accept=".pbf"
        aria-describedby="map-file-hint"
        disabled={isBusy}
        onChange={chosen}
      />
      <p role="status">{told()}</p>
      {isMaking && <progress max={100} value={adding.percent} aria-label={text.making(adding.name, adding.percent)} />}
    </fieldset>
  );
}

function MapTable({ maps }: { readonly maps: MapList['maps'] }) {
  const remove = useRemoveMap();
  const told = (ways: number | null) => (ways === null ? text.unusable : text.ways(ways));
  return (
    <RemovableList
      none={text.none}
      remove={text.remove}
      removeLabel={text.removeLabel}
      items={maps.map(({ name, ways }) => ({ name, told: `${name}: ${told(ways)}` }))}
      isPending={remove.isPending}
      onRemove={(name) => remove.mutate(name)}
    />
  );
}

/** Maps that tell what runs were on: a file to give, those that are here, and how to be rid of one. */
export function MapsSection() {
  const maps = useMaps();
  return (
    <section className="section settings-section" aria-labelledby="maps-title">
      <h2 id="maps-title">{text.title}</h2>
      <p className="quiet">{text.intro}</p>
      {maps.isPending && <Loading what={text.what} heights={[40]} />}
      {maps.isError && <Failed error={maps.error} onRetry={() => void maps.refetch()} />}
      {maps.data && (
        <>
          <MapTable maps={maps.data.maps} />
          <AddMap adding={maps.data.adding} />
          <OnlineMap />
        </>
      )}
      <p className="quiet small">{text.credit}</p>
    </section>
  );
}
