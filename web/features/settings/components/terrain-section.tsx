import type { ChangeEvent } from 'react';
import type { TerrainList } from '#contract/terrain';
import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { useAddTerrain, useRemoveTerrain, useTerrain } from '../api/terrain.ts';
import { RemovableList } from './removable-list.tsx';

const text = words.terrain;

function AddTiles() {
  const add = useAddTerrain();
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []);
    // Choosing the same file again must count as a change.
    event.target.value = '';
    if (files.length > 0) add.mutate(files);
  };
  return (
    <div className="field">
      <label htmlFor="terrain-files">{text.add}</label>
      <span className="field-hint" id="terrain-hint">
        {text.addHint}
      </span>
      <input
        id="terrain-files"
        type="file"
        multiple
        accept=".hgt,.zip,.gz"
        aria-describedby="terrain-hint"
        disabled={add.isPending}
        onChange={chosen}
      />
      <p role="status">{add.isPending ? text.sending : (add.error?.message ?? (add.isSuccess ? text.added : null))}</p>
    </div>
  );
}

function Tiles({ tiles }: TerrainList) {
  const remove = useRemoveTerrain();
  return (
    <RemovableList
      none={text.none}
      remove={text.remove}
      removeLabel={text.removeLabel}
      items={tiles.map(({ name, bytes }) => ({ name, told: text.tile(name, bytes) }))}
      isPending={remove.isPending}
      onRemove={(name) => remove.mutate(name)}
    />
  );
}

/** Tiles that tell how high the ground lies: those that are here, files to give, and how to be rid of one. */
export function TerrainSection() {
  const terrain = useTerrain();
  return (
    <section className="section settings-section" aria-labelledby="terrain-title">
      <h2 id="terrain-title">{text.title}</h2>
      <p className="quiet">{text.intro}</p>
      {terrain.isPending && <Loading what={text.what} heights={[40]} />}
      {terrain.isError && <Failed error={terrain.error} onRetry={() => void terrain.refetch()} />}
      {terrain.data && (
        <>
          <Tiles tiles={terrain.data.tiles} />
          <AddTiles />
        </>
      )}
    </section>
  );
}
