import type { KneePlace } from '#core';
import { words } from '../../../lib/words.ts';
import './knee-drawing.css';

type Side = 'left' | 'right';
type View = 'front' | 'back';

/** Width of the drawing, units. */
const WIDTH = 140;

interface Spot {
  readonly place: KneePlace;
  readonly view: View;
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

/** Places on a right leg as its owner sees it looking down; mirrored for the left. */
const SPOTS: readonly Spot[] = [
  { place: 'front', view: 'front', x: 68, y: 98, rx: 17, ry: 20 },
  { place: 'outer', view: 'front', x: 98, y: 100, rx: 9, ry: 22 },
  { place: 'inner', view: 'front', x: 39, y: 100, rx: 9, ry: 22 },
  { place: 'back', view: 'back', x: 69, y: 98, rx: 22, ry: 14 },
];

const LEG =
  'M22 2C22 36 28 62 32 84c2 12-3 26-3 44 0 30 14 58 17 80h40c2-22 22-52 21-82-1-16-5-28-2-42 5-24 13-50 13-82';
const FRONT_LINES = 'M60 120c-1 10-1 16 0 24M76 120c1 10 1 16 0 24M50 72c8-7 28-7 36 0';
const BACK_LINES = 'M40 96c16 7 44 7 58 0M52 60c2 12 5 22 4 32M86 60c-2 12-5 22-4 32M69 128c-2 18-2 34 0 48';

interface LegProps {
  readonly view: View;
  readonly side: Side;
  readonly place: KneePlace;
  readonly onPick: (place: KneePlace) => void;
}

function Leg({ view, side, place, onPick }: LegProps) {
  const isMirrored = side === 'left';
  return (
    <svg className="knee-leg" viewBox={`0 0 ${WIDTH} 210`} aria-hidden="true">
      <g transform={isMirrored ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
        <path className="knee-skin" d={LEG} />
        <path className="knee-line" d={view === 'front' ? FRONT_LINES : BACK_LINES} />
        {SPOTS.filter((spot) => spot.view === view).map((spot) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same choice stands under the drawing as labelled radio buttons.
          <ellipse
            key={spot.place}
            className={spot.place === place ? 'knee-spot knee-spot-on' : 'knee-spot'}
            cx={spot.x}
            cy={spot.y}
            rx={spot.rx}
            ry={spot.ry}
            onClick={() => onPick(spot.place)}
          />
        ))}
      </g>
    </svg>
  );
}

/** A knee from the front and from the back; a tap chooses the place. For eye and thumb only: radio buttons say the same. */
export function KneeDrawing(props: Omit<LegProps, 'view'>) {
  return (
    <div className="knee" aria-hidden="true">
      {(['front', 'back'] as const).map((view) => (
        <figure key={view}>
          <Leg view={view} {...props} />
          <figcaption>{words.pain.views[props.side][view]}</figcaption>
        </figure>
      ))}
    </div>
  );
}
