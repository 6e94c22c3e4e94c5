import type { Report } from '#core';
import { words } from '../../../lib/words.ts';
import type { Axis } from './axis.ts';
import type { Scale } from './scale.ts';

type SurfaceSegment = Report['segments']['surface'][number];

/** Height of the strip, px. */
export const STRIP_HEIGHT = 16;
/** Width of a letter of its words, px; a narrower piece stays without them. */
const LETTER = 6.6;
const BASELINE = 12;

function labelOf(segment: SurfaceSegment): string {
  const certainty = words.report.timeline.surfaceCertainty[segment.certainty];
  if (segment.certainty === 'unknown') return words.report.timeline.surfaceUnknown;
  const ground = segment.type.replaceAll('-', ' ');
  return segment.certainty === 'assumed' ? `${ground}, ${certainty}` : ground;
}

/** The ground under the run: solid where recorded or told, dashed where assumed, hatched where not known. */
export function SurfaceStrip(props: {
  readonly segments: readonly SurfaceSegment[];
  readonly x: Scale;
  readonly axis: Axis;
  readonly width: number;
  readonly top: number;
  readonly hatch: string;
}) {
  return props.segments.map((segment) => {
    const span = props.axis.spanOf(segment);
    const from = Math.max(0, props.x(span.from));
    const width = Math.min(props.width, props.x(span.to)) - from;
    if (width <= 0) return null;
    const label = labelOf(segment);
    const isUnknown = segment.certainty === 'unknown';
    return (
      <g key={segment.startS}>
        <rect
          className={isUnknown ? undefined : `ground ground-${segment.certainty}`}
          x={from}
          y={props.top}
          width={width}
          height={STRIP_HEIGHT}
          fill={isUnknown ? `url(#${props.hatch})` : undefined}
        />
        {label.length * LETTER < width && (
          <text className="tick-label ground-label" x={from + 8} y={props.top + BASELINE}>
            {label}
          </text>
        )}
      </g>
    );
  });
}
