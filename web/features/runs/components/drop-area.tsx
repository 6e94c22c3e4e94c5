import { type ChangeEvent, useEffect, useEffectEvent, useState } from 'react';
import { words } from '../../../lib/words.ts';
import { type Collected, collectDropped, type FoundFile, filesOf, watchFilesOf } from '../collect-files.ts';
import './drop-area.css';

const text = words.runs.drop;

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files that are dropped anywhere on the page: one that misses a small area would else be opened by the browser in
 * place of the page.
 *
 * @returns whether files hang over the page now
 */
function usePageDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      // Within the page each element that is left tells so; only outside of it there is none that is entered.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const dropped = (event: DragEvent) => {
      setIsOver(false);
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      drop(event.dataTransfer);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', dropped);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', dropped);
    };
  }, []);
  return isOver;
}

interface DropAreaProps {
  readonly size: 'big' | 'small';
  readonly onFiles: (files: readonly FoundFile[]) => void;
}

/** Takes files and folders by drop or by choice. The two file inputs are real ones, so keyboard and screen reader work. */
export function DropArea({ size, onFiles }: DropAreaProps) {
  // Nothing can be dropped with a thumb.
  const invitation = matchMedia('(pointer: coarse)').matches ? text.touch : text;
  const [note, setNote] = useState<string | null>(null);

  const take = ({ files, leftAlone }: Collected) => {
    if (files.length === 0) return setNote(text.nothing);
    setNote(leftAlone > 0 ? text.leftAlone(leftAlone) : null);
    onFiles(files);
  };
  const isOver = usePageDrop((transfer) => void collectDropped(transfer).then(take));
  const chosen = async (event: ChangeEvent<HTMLInputElement>, isFolder: boolean) => {
    const files = filesOf(event.target.files ?? []);
    // Choosing the same file again must count as a change.
    event.target.value = '';
    if (files.length > 0) take(isFolder ? await watchFilesOf(files) : { files, leftAlone: 0 });
  };

  return (
    <div className={`drop drop-${size}${isOver ? ' drop-over' : ''}`}>
      <div className="drop-words">
        <p className="drop-title">{isOver ? text.over : invitation[size]}</p>
        <p className="quiet small">{text.kinds}</p>
      </div>
      <div className="row">
        <label className={`button drop-pick${size === 'big' ? ' button-main' : ''}`}>
          {text.files}
          <input type="file" multiple onChange={(event) => chosen(event, false)} />
        </label>
        <label className="button drop-pick">
          {text.folder}
          <input
            type="file"
            multiple
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => chosen(event, true)}
          />
        </label>
      </div>
      <p className="drop-note quiet small" role="status" hidden={note === null}>
        {note}
      </p>
    </div>
  );
}
