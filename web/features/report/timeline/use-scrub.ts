import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Axis, type Domain, sampleAt } from './axis.ts';

/** Steps of the keys, as a share of what is on screen. */
const ARROW_SHARE = 0.01;
const PAGE_SHARE = 0.1;
/** A shorter drag is a slip of the hand, px. */
const LEAST_DRAG_PX = 16;
/** Fingers closer than this tell no scale, px. */
const LEAST_PINCH_PX = 24;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Cursor and zoom of the timeline, by pointer, by two fingers and by keys. */
export interface Scrub {
  /** Place on the axis. */
  readonly cursor: number | null;
  readonly domain: Domain;
  readonly isZoomed: boolean;
  /** What a drag has marked so far, px. */
  readonly drag: { readonly fromPx: number; readonly toPx: number } | null;
  /** Shows a stretch with a little of the way before and after it. */
  readonly show: (stretch: Domain) => void;
  readonly closer: () => void;
  /** The whole run again, without a cursor. */
  readonly reset: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly pointer: {
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
  };
}

interface View {
  readonly axis: Axis;
  readonly domain: Domain;
  readonly cursor: number | null;
}

interface Gesture {
  /** Where the mouse went down, px. */
  downPx: number | null;
  /** Fingers on the ribbon, px. */
  readonly fingers: Map<number, number>;
  /** The places that the two fingers hold. */
  held: readonly [number, number] | null;
}

/** Way shown on both sides of a stretch, as a share of it. */
const SURROUND_SHARE = 0.25;

/**
 * @param axis - a new one begins with the whole run again
 * @param width - of the drawing, px
 */
export function useScrub(axis: Axis, width: number): Scrub {
  const fresh: View = { axis, domain: { from: 0, to: axis.length }, cursor: null };
  const [kept, setKept] = useState<View>(fresh);
  const [drag, setDrag] = useState<Scrub['drag']>(null);
  const gesture = useRef<Gesture>({ downPx: null, fingers: new Map(), held: null });
  const view = kept.axis === axis ? kept : fresh;
  const { domain, cursor } = view;
  const span = domain.to - domain.from;

  const pxOf = (event: PointerEvent<HTMLElement>) =>
    clamp(event.clientX - event.currentTarget.getBoundingClientRect().left, 0, width);
  const placeAt = (px: number) => domain.from + (px / Math.max(1, width)) * span;
  const inside = (from: number, to: number): Domain => {
    const length = clamp(to - from, Math.min(axis.leastSpan, axis.length), axis.length);
    const start = clamp((from + to - length) / 2, 0, axis.length - length);
    return { from: start, to: start + length };
  };
  const zoom = (from: number, to: number) => setKept({ ...view, domain: inside(from, to) });
  const whole = () => setKept({ ...view, domain: fresh.domain });
  const closer = () => {
    const middle = cursor ?? (domain.from + domain.to) / 2;
    zoom(middle - span / 4, middle + span / 4);
  };
  const move = (by: number) => {
    const from = cursor ?? domain.from;
    const wanted = clamp(from + by, 0, axis.length);
    // A recording with rare samples would else hold the keys on the spot.
    const next = sampleAt(axis.column, from) + Math.sign(by);
    const neighbour = axis.column[next] ?? wanted;
    const place = by > 0 ? Math.max(wanted, Math.min(neighbour, axis.length)) : Math.min(wanted, neighbour);
    const isOff = place < domain.from || place > domain.to;
    setKept({ axis, cursor: place, domain: isOff ? inside(place - span / 2, place + span / 2) : domain });
  };
  const endGesture = () => {
    gesture.current.downPx = null;
    gesture.current.fingers.clear();
    gesture.current.held = null;
    setDrag(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const actions = new Map<string, () => void>([
      ['ArrowRight', () => move(span * ARROW_SHARE)],
      ['ArrowUp', () => move(span * ARROW_SHARE)],
      ['ArrowLeft', () => move(-span * ARROW_SHARE)],
      ['ArrowDown', () => move(-span * ARROW_SHARE)],
      ['PageUp', () => move(span * PAGE_SHARE)],
      ['PageDown', () => move(-span * PAGE_SHARE)],
      ['Home', () => move(-axis.length)],
      ['End', () => move(axis.length)],
      ['+', closer],
      ['-', whole],
      ['Escape', whole],
    ]);
    const action = actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  };

  /** Moves and scales the axis so that each finger stays on the place it holds. */
  const pinch = () => {
    const { fingers, held } = gesture.current;
    const [one, two] = [...fingers.values()];
    if (!held || one === undefined || two === undefined || Math.abs(two - one) < LEAST_PINCH_PX) return;
    const perPx = (held[1] - held[0]) / (two - one);
    if (!(perPx > 0)) return;
    const from = held[0] - one * perPx;
    zoom(from, from + width * perPx);
  };

  return {
    cursor,
    domain,
    isZoomed: span < axis.length,
    drag,
    show: ({ from, to }) => {
      const around = (to - from) * SURROUND_SHARE;
      zoom(from - around, to + around);
    },
    closer,
    reset: () => setKept(fresh),
    onKeyDown,
    pointer: {
      onPointerMove: (event) => {
        const px = pxOf(event);
        const { downPx, fingers, held } = gesture.current;
        if (fingers.has(event.pointerId)) fingers.set(event.pointerId, px);
        if (held) return pinch();
        setKept({ ...view, cursor: placeAt(px) });
        if (downPx !== null) setDrag({ fromPx: Math.min(px, downPx), toPx: Math.max(px, downPx) });
      },
      onPointerDown: (event) => {
        const px = pxOf(event);
        setKept({ ...view, cursor: placeAt(px) });
        // One finger that moves reads numbers; only the mouse, which reads by hovering, has dragging free for zoom.
        if (event.pointerType === 'mouse') gesture.current.downPx = px;
        else gesture.current.fingers.set(event.pointerId, px);
        const [one, two] = [...gesture.current.fingers.values()];
        gesture.current.held = one === undefined || two === undefined ? null : [placeAt(one), placeAt(two)];
      },
      onPointerUp: () => {
        if (drag && drag.toPx - drag.fromPx >= LEAST_DRAG_PX) zoom(placeAt(drag.fromPx), placeAt(drag.toPx));
        endGesture();
      },
      onPointerLeave: (event) => {
        endGesture();
        if (event.pointerType === 'mouse') setKept({ ...view, cursor: null });
      },
      onPointerCancel: endGesture,
    },
  };
}
