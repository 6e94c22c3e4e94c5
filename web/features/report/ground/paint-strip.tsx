import { type PointerEvent, useId, useRef } from 'react';
import type { Report } from '#core';
import { useWidth } from '../../../lib/use-width.ts';
import { words } from '../../../lib/words.ts';
import type { Axis } from '../timeline/axis.ts';
import { linearScale } from '../timeline/scale.ts';
import { STRIP_HEIGHT, SurfaceStrip } from '../timeline/surface-strip.tsx';
import { dragTo, type Hold, type Stretch, takeHold } from './select-stretch.ts';
import './paint-strip.css';

/** Height of the field that is dragged over, px: a thumb's. */
const HEIGHT = 56;
/** A finger this near an end takes hold of it, px. */
const REACH_PX = 22;
const TOP = (HEIGHT - STRIP_HEIGHT) / 2;

/** The ground along the run; dragging over it, by mouse, pen or finger, chooses a stretch. The numbers beside it do the same by keys. */
export function PaintStrip(props: {
  readonly segments: Report['segments']['surface'];
  readonly lengthM: number;
  readonly stretch: Stretch;
  readonly onSelect: (stretch: Stretch) => void;
}) {
  const { segments, lengthM, stretch, onSelect } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const held = useRef<Hold | null>(null);
  const hatch = useId();
  const x = linearScale(0, lengthM, 0, width);
  const axis: Axis = {
    ...{ kind: 'distance', column: [0, lengthM], length: lengthM, leastSpan: 0 },
    spanOf: ({ startM, endM }) => ({ from: startM, to: endM }),
  };
  const metresAt = (event: PointerEvent<HTMLElement>): number => {
    const { left, width: shown } = event.currentTarget.getBoundingClientRect();
    return ((event.clientX - left) / Math.max(1, shown)) * lengthM;
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = takeHold(metresAt(event), stretch, (REACH_PX / Math.max(1, width)) * lengthM);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (held.current) onSelect(dragTo(metresAt(event), held.current, lengthM));
  };
  const end = () => {
    held.current = null;
  };
  const [fromX, toX] = [x(stretch.fromM), x(stretch.toM)];
  return (
    <div
      className="paint-strip"
      ref={frame}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={words.ground.strip}>
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0v6" stroke="var(--line)" strokeWidth="2" />
            </pattern>
          </defs>
          <SurfaceStrip segments={segments} x={x} axis={axis} width={width} top={TOP} hatch={hatch} />
          <rect className="paint-chosen" x={fromX} y="1" width={Math.max(1, toX - fromX)} height={HEIGHT - 2} />
          {[fromX, toX].map((at, side) => (
            <line key={side === 0 ? 'from' : 'to'} className="paint-end" x1={at} x2={at} y1="1" y2={HEIGHT - 1} />
          ))}
        </svg>
      )}
    </div>
  );
}
