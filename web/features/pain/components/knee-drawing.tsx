import type { KneePlace } from '#core';
import './knee-drawing.css';

type Side = 'left' | 'right';

/** Spots of a right leg as its owner looks down on it; mirrored for the left. Places in units of the drawing. */
const SPOTS: readonly {
  readonly place: KneePlace;
  readonly x: number;
  readonly y: number;
  readonly view: 'front' | 'back';
}[] = [
  { place: 'front', x: 60, y: 92, view: 'front' },
  { place: 'outer', x: 87, y: 96, view: 'front' },
  { place: 'inner', x: 33, y: 96, view: 'front' },
  { place: 'back', x: 60, y: 96, view: 'back' },
];

const LEG = 'M30 4C26 40 24 62 27 84c2 16-2 30-1 52 1 24 6 42 9 60M90 4c4 36 5 58 3 80-2 16 2 30 0 52-2 24-9 42-12 60';

function Leg(props: {
  readonly view: 'front' | 'back';
  readonly side: Side;
  readonly place: KneePlace;
  readonly onPick: (place: KneePlace) => void;
}) {
  const spots = SPOTS.filter((spot) => spot.view === props.view);
  return (
    <svg className="knee-leg" viewBox="0 0 120 200" aria-hidden="true">
      <g transform={props.side === 'left' ? 'translate(120 0) scale(-1 1)' : undefined}>
        <path className="knee-line" d={LEG} />
        {props.view === 'front' ? (
          <>
            <ellipse className="knee-line" cx="60" cy="90" rx="18" ry="21" />
            <path className="knee-line" d="M50 110c2 12 3 18 3 28M70 110c-2 12-3 18-3 28" />
          </>
        ) : (
          <path
            className="knee-line"
            d="M34 92c12 8 40 8 52 0M46 62c3 12 5 20 4 28M74 62c-3 12-5 20-4 28M60 116c-1 20-1 40 0 58"
          />
        )}
        {spots.map((spot) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same choice stands beside the drawing as labelled radio buttons.
          <g
            key={spot.place}
            className={spot.place === props.place ? 'knee-spot knee-spot-on' : 'knee-spot'}
            onClick={() => props.onPick(spot.place)}
          >
            <circle className="knee-hit" cx={spot.x} cy={spot.y} r="20" />
            <circle className="knee-dot" cx={spot.x} cy={spot.y} r={spot.place === 'front' ? 13 : 10} />
          </g>
        ))}
      </g>
    </svg>
  );
}

/** A knee from the front and from the back; a tap chooses the place. For the eye and thumb only: radio buttons say the same. */
export function KneeDrawing(props: {
  readonly side: Side;
  readonly place: KneePlace;
  readonly onPick: (place: KneePlace) => void;
}) {
  return (
    <div className="knee">
      <figure>
        <Leg view="front" {...props} />
        <figcaption>from the front</figcaption>
      </figure>
      <figure>
        <Leg view="back" {...props} />
        <figcaption>from the back</figcaption>
      </figure>
    </div>
  );
}
