import { type CSSProperties, useId } from 'react';
import type { KneePlace } from '#core';
import { words } from '../../../lib/words.ts';
import { BACK_LINES, FRONT_LINES, HOLLOW, KNEECAP, LEG, PART_AREAS, PART_SHAPES, VIEWS, WIDTH } from './knee-shape.ts';
import './knee-drawing.css';

const text = words.pain;

/** A knee and the part of it that hurts. */
export interface KneeSpot {
  readonly side: 'left' | 'right';
  readonly place: KneePlace;
}

type View = keyof typeof VIEWS;

/** Parts in the order that they are seen in, from the left. */
const PARTS: Readonly<Record<View, Readonly<Record<KneeSpot['side'], readonly KneePlace[]>>>> = {
  front: { left: ['outer', 'front', 'inner'], right: ['inner', 'front', 'outer'] },
  back: { left: ['back'], right: ['back'] },
};
const LINES = { front: FRONT_LINES, back: BACK_LINES } as const;
/** What each view is known by. */
const MARK = { front: KNEECAP, back: HOLLOW } as const;

interface ViewProps {
  readonly view: View;
  readonly side: KneeSpot['side'];
  /** Name that the parts of both knees share, so that one is chosen among all. */
  readonly name: string;
  readonly spot: KneeSpot | null;
  readonly onPick: (spot: KneeSpot) => void;
}

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

/** A part as a radio button that lies over its place in the drawing. */
function PartChoice({ place, isOn, ...props }: Omit<ViewProps, 'spot'> & { place: KneePlace; isOn: boolean }) {
  const { view, side, name } = props;
  const { top, height } = VIEWS[view];
  const area = PART_AREAS[place];
  const left = side === 'left' ? WIDTH - area.x - area.width : area.x;
  const nameX = side === 'left' ? WIDTH - area.nameX : area.nameX;
  const where = {
    left: percent(left, WIDTH),
    top: percent(area.y - top, height),
    width: percent(area.width, WIDTH),
    height: percent(area.height, height),
    '--name-x': percent(nameX - left, area.width),
    '--name-y': percent(area.nameY - area.y, area.height),
  } as CSSProperties;
  return (
    <label className={`knee-part knee-part-${place}`} style={where}>
      <input
        type="radio"
        name={name}
        checked={isOn}
        aria-label={`${text.knees[side]}, ${text.places[place].toLowerCase()}`}
        onChange={() => props.onPick({ side, place })}
      />
      <span aria-hidden="true">{text.zones[place]}</span>
    </label>
  );
}

function KneeView({ spot, ...props }: ViewProps) {
  const { view, side } = props;
  const clip = useId();
  const { top, height } = VIEWS[view];
  const isOn = (place: KneePlace) => spot?.side === side && spot.place === place;
  const parts = PARTS[view][side];
  return (
    <div className="knee-view">
      <svg aria-hidden="true" viewBox={`0 ${top} ${WIDTH} ${height}`}>
        <clipPath id={clip}>
          <path d={LEG} />
        </clipPath>
        <g transform={side === 'left' ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
          <path className="knee-skin" d={LEG} />
          <path className={`knee-${view}-mark`} d={MARK[view]} />
          <g clipPath={`url(#${clip})`}>
            {parts.map((place) => (
              <path
                key={place}
                className={isOn(place) ? 'knee-zone knee-zone-on' : 'knee-zone'}
                d={PART_SHAPES[place]}
              />
            ))}
            {LINES[view].map((line) => (
              <path key={line} className="knee-line" d={line} />
            ))}
          </g>
          <path className="knee-line" d={MARK[view]} />
          <path className="knee-outline" d={LEG} />
        </g>
      </svg>
      {parts.map((place) => (
        <PartChoice key={place} place={place} isOn={isOn(place)} {...props} />
      ))}
    </div>
  );
}

/** Both knees from the front and from behind; one tap, or the arrow keys, tell side and place. */
export function KneeDrawing(props: Pick<ViewProps, 'spot' | 'onPick'>) {
  const name = useId();
  return (
    <fieldset className="knees">
      <legend>{text.where}</legend>
      {(['left', 'right'] as const).map((side) => (
        <p className="knee-side" key={side} aria-hidden="true">
          {text.knees[side]}
        </p>
      ))}
      {(['front', 'back'] as const).map((view) => (
        <div className="knee-pair" key={view}>
          {(['left', 'right'] as const).map((side) => (
            <KneeView key={side} view={view} side={side} name={name} {...props} />
          ))}
          <p className="knee-from" aria-hidden="true">
            {text.views[view]}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
