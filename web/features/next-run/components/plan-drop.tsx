import { type ChangeEvent, type DragEvent, useState } from 'react';
import { words } from '../../../lib/words.ts';
import { useAddPlan } from '../api/plans.ts';
import './plans.css';

const text = words.plans;

/** Takes a route by drop or by choice, and says why where it is none. */
export function PlanDrop({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const [isOver, setIsOver] = useState(false);
  const [name, setName] = useState('');
  const add = useAddPlan();
  // Nothing can be dropped with a thumb.
  const invitation = matchMedia('(pointer: coarse)').matches ? text.touch : text.drop;

  const take = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    add.mutate(file, { onSuccess: ({ id }) => onAdded(id) });
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    take(file);
    // Choosing the same file again must count as a change.
    event.target.value = '';
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the input inside does the same.
    <div
      className={`plan-drop${isOver ? ' plan-drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      <div>
        <p>{isOver ? text.over : invitation}</p>
        <p className="quiet small">{text.kinds}</p>
      </div>
      <label className="button plan-pick">
        <span aria-hidden="true">{text.choose}</span>
        <input
          type="file"
          accept=".gpx,.tcx,.fit"
          aria-label={text.chooseLabel}
          disabled={add.isPending}
          onChange={chosen}
        />
      </label>
      <p className="plan-drop-note small" role="status">
        {add.isPending && text.adding(name)}
        {add.isError && text.refused(name, add.error.message)}
      </p>
    </div>
  );
}
