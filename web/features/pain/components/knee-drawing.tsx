import { useId } from 'react';
import type { KneePlace } from '#core';
import { words } from '../../../lib/words.ts';
import './knee-drawing.css';

/** A knee and the part of it that hurts. */
export interface KneeSpot {
  readonly side: 'left' | 'right';
  readonly place: KneePlace;
}

/** Size of one drawing, units. */
const WIDTH = 120;
const FRONT_HEIGHT = 132;
const BACK_HEIGHT = 84;

/** The leg round a right knee, seen by its owner looking down: the inner side is on the left. */
const FRONT_LEG = 'M10 0C12 22 20 36 20 58C20 78 14 96 18 132H92C100 108 98 88 99 66C100 44 108 24 110 0Z';
const BACK_LEG = 'M14 0C16 16 22 26 22 40C22 54 16 68 18 84H96C102 66 97 52 98 40C99 26 106 14 108 0Z';
const FRONT_LINES =
  'M40 32C50 24 70 24 80 32M45 58C45 44 51 38 60 38S75 44 75 58S69 80 60 80S45 72 45 58ZM55 108V122M65 108V122';
const BACK_LINES = 'M30 40C46 48 74 48 90 40M42 6C44 20 46 28 46 36M78 6C76 20 74 28 74 36M60 54V78';

/** Zones of a right front from the inner to the outer side: left edge, width, and where the name stands. */
const FRONT_ZONES = [
  { place: 'inner', x: 0, width: 44, middle: 32 },
  { place: 'front', x: 44, width: 32, middle: 60 },
  { place: 'outer', x: 76, width: 44, middle: 86 },
] as const;
/** The zones reach over the middle of the drawing; thigh and calf are only there to be recognised. */
const ZONE_TOP = 22;
const ZONE_HEIGHT = 80;
/** Base line of the zones' names. */
const NAME_Y = 97;

interface DrawingProps {
  readonly side: KneeSpot['side'];
  readonly spot: KneeSpot | null;
  readonly onPick: (spot: KneeSpot) => void;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place to tap: shown as far as the leg goes, felt a little beyond it. */
function Zone(props: {
  readonly clip: string;
  readonly area: Area;
  readonly isOn: boolean;
  readonly onPick: () => void;
}) {
  return (
    <>
      <g clipPath={`url(#${props.clip})`}>
        <rect className={props.isOn ? 'knee-zone knee-zone-on' : 'knee-zone'} {...props.area} />
      </g>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same choice stands under the drawing as labelled radio buttons. */}
      <rect className="knee-touch" {...props.area} onClick={props.onPick} />
    </>
  );
}

function Front({ side, spot, onPick }: DrawingProps) {
  const clip = useId();
  return (
    <svg className="knee-view" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${FRONT_HEIGHT}`}>
      <clipPath id={clip}>
        <path d={FRONT_LEG} />
      </clipPath>
      <g transform={side === 'left' ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
        <path className="knee-skin" d={FRONT_LEG} />
        {FRONT_ZONES.map(({ place, x, width }) => (
          <Zone
            key={place}
            clip={clip}
            area={{ x, y: ZONE_TOP, width, height: ZONE_HEIGHT }}
            isOn={spot?.side === side && spot.place === place}
            onPick={() => onPick({ side, place })}
          />
        ))}
        <path className="knee-line" d={FRONT_LINES} />
        <path className="knee-outline" d={FRONT_LEG} />
      </g>
      {FRONT_ZONES.map(({ place, middle }) => (
        <text
          key={place}
          className={spot?.side === side && spot.place === place ? 'knee-name knee-name-on' : 'knee-name'}
          x={side === 'left' ? WIDTH - middle : middle}
          y={NAME_Y}
        >
          {words.pain.zones[place]}
        </text>
      ))}
    </svg>
  );
}

function Back({ side, spot, onPick }: DrawingProps) {
  const clip = useId();
  return (
    <svg className="knee-view" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${BACK_HEIGHT}`}>
      <clipPath id={clip}>
        <path d={BACK_LEG} />
      </clipPath>
      <g transform={side === 'left' ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
        <path className="knee-skin" d={BACK_LEG} />
        <Zone
          clip={clip}
          area={{ x: 0, y: 14, width: WIDTH, height: 56 }}
          isOn={spot?.side === side && spot.place === 'back'}
          onPick={() => onPick({ side, place: 'back' })}
        />
        <path className="knee-line" d={BACK_LINES} />
        <path className="knee-outline" d={BACK_LEG} />
      </g>
    </svg>
  );
}

/** Both knees from the front and from the back; one tap tells side and place. For eye and thumb only: radio buttons say the same. */
export function KneeDrawing(props: Omit<DrawingProps, 'side'>) {
  return (
    <div className="knees" aria-hidden="true">
      {(['left', 'right'] as const).map((side) => (
        <figure key={side}>
          <figcaption>{words.pain.knees[side]}</figcaption>
          <Front side={side} {...props} />
          <Back side={side} {...props} />
          <p className="knee-back">{words.pain.fromBehind}</p>
        </figure>
      ))}
    </div>
  );
}
