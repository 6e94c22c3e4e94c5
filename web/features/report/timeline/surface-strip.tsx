import type { Report } from '#core';
import type { Scale } from './scale.ts';

type SurfaceSegment = Report['segments']['surface'][number];

const STRIP_HEIGHT = 8;
/** A narrower piece has no room for its word, px. */
const LABEL_ROOM = 70;

/** The ground under the run: solid where recorded or told, dashed edge where assumed, hatched where not known. */
export function SurfaceStrip(props: {
  readonly segments: readonly SurfaceSegment[];
  readonly x: Scale;
  readonly width: number;
  readonly top: number;
  readonly hatch: string;
}) {
  return props.segments.map((segment) => {
    const from = Math.max(0, props.x(segment.startM));
    const width = Math.min(props.width, props.x(segment.endM)) - from;
    if (width <= 0) return null;
    const isUnknown = segment.certainty === 'unknown';
    return (
      <g key={segment.startS}>
        <rect
          x={from}
          y={props.top}
          width={width}
          height={STRIP_HEIGHT}
          className={`ground ground-${segment.certainty}`}
          fill={isUnknown ? `url(#${props.hatch})` : undefined}
        />
        {!isUnknown && width > LABEL_ROOM && <title>{segment.type}</title>}
      </g>
    );
  });
}
