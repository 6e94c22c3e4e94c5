import { type ChangeEvent, type DragEvent, useState } from 'react';
import { words } from '../../../lib/words.ts';
import { type Collected, collectDropped, watchFilesOf } from '../collect-files.ts';
import './drop-area.css';

const text = words.runs.drop;

interface DropAreaProps {
  readonly size: 'big' | 'small';
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files and folders by drop or by choice. The two file inputs are real ones, so keyboard and screen reader work. */
export function DropArea({ size, onFiles }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  // Nothing can be dropped with a thumb.
  const invitation = matchMedia('(pointer: coarse)').matches ? text.touch : text;
  const [note, setNote] = useState<string | null>(null);

  const take = ({ files, leftAlone }: Collected) => {
    if (files.length === 0) return setNote(text.nothing);
    setNote(leftAlone > 0 ? text.leftAlone(leftAlone) : null);
    onFiles(files);
  };
  const dropped = async (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(await collectDropped(event.dataTransfer));
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>, isFolder: boolean) => {
    const files = Array.from(event.target.files ?? []);
    // Choosing the same file again must count as a change.
    event.target.value = '';
    if (files.length > 0) take(isFolder ? watchFilesOf(files) : { files, leftAlone: 0 });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the inputs inside do the same.
    <div
      className={`drop drop-${size}${isOver ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      <div>
        <p className="drop-title">{isOver ? text.over : invitation[size]}</p>
        <p className="quiet small">{text.kinds}</p>
      </div>
      <div className="row">
        <label className={`button drop-pick${size === 'big' ? ' button-main' : ''}`}>
          <span aria-hidden="true">{text.files}</span>
          <input type="file" multiple aria-label={text.filesLabel} onChange={(event) => chosen(event, false)} />
        </label>
        <label className="button drop-pick">
          <span aria-hidden="true">{text.folder}</span>
          <input
            type="file"
            multiple
            aria-label={text.folderLabel}
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
