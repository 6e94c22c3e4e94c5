/** The line that runs through every chart at one place, with a dot where it meets the curve. */
export function Cursor(props: {
  readonly x: number;
  readonly y: number | null;
  readonly width: number;
  readonly height: number;
  readonly drag: { readonly fromPx: number; readonly toPx: number } | null;
  readonly kind: 'ribbon' | 'load' | 'cadence';
}) {
  const { drag } = props;
  return (
    <svg className="cursor-layer" width={props.width} height={props.height} aria-hidden="true">
      {drag && (
        <rect className="drag-mark" x={drag.fromPx} width={drag.toPx - drag.fromPx} y="0" height={props.height} />
      )}
      <line className="cursor-line" x1={props.x} x2={props.x} y1="0" y2={props.height} />
      {props.y !== null && <circle className={`cursor-dot cursor-dot-${props.kind}`} cx={props.x} cy={props.y} r="5" />}
    </svg>
  );
}
