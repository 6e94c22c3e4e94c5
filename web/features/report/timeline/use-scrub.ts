import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Domain } from './ribbon-model.ts';

/** Steps of the keys, as a share of what is on screen. */
const ARROW_SHARE = 0.01;
const PAGE_SHARE = 0.1;
/** A shorter drag is a slip of the hand, px. */
const LEAST_DRAG_PX = 16;
/** Closer than this shows nothing but noise, metres. */
const LEAST_DOMAIN_M = 200;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Cursor and zoom of the timeline, by pointer and by keys. */
export interface Scrub {
  readonly cursorM: number | null;
  readonly domain: Domain;
  readonly isZoomed: boolean;
  /** What a drag has marked so far, px. */
  readonly drag: { readonly fromPx: number; readonly toPx: number } | null;
  readonly closer: () => void;
  readonly whole: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly pointer: {
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
  };
}

/**
 * @param lengthM - of the run
 * @param width - of the drawing, px
 */
export function useScrub(lengthM: number, width: number): Scrub {
  const full = { fromM: 0, toM: lengthM };
  const [domain, setDomain] = useState<Domain>(full);
  const [cursorM, setCursorM] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ fromPx: number; toPx: number } | null>(null);
  const downAt = useRef<number | null>(null);
  const spanM = domain.toM - domain.fromM;

  const pxOf = (event: PointerEvent<HTMLElement>) =>
    clamp(event.clientX - event.currentTarget.getBoundingClientRect().left, 0, width);
  const metresAt = (px: number) => domain.fromM + (px / Math.max(1, width)) * spanM;
  const show = (fromM: number, toM: number) => {
    const span = clamp(toM - fromM, Math.min(LEAST_DOMAIN_M, lengthM), lengthM);
    const start = clamp((fromM + toM - span) / 2, 0, lengthM - span);
    setDomain({ fromM: start, toM: start + span });
  };
  const whole = () => setDomain(full);
  const closer = () => {
    const middle = cursorM ?? (domain.fromM + domain.toM) / 2;
    show(middle - spanM / 4, middle + spanM / 4);
  };
  const move = (byM: number) => {
    const next = clamp((cursorM ?? domain.fromM) + byM, 0, lengthM);
    setCursorM(next);
    if (next < domain.fromM || next > domain.toM) show(next - spanM / 2, next + spanM / 2);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const actions = new Map<string, () => void>([
      ['ArrowRight', () => move(spanM * ARROW_SHARE)],
      ['ArrowUp', () => move(spanM * ARROW_SHARE)],
      ['ArrowLeft', () => move(-spanM * ARROW_SHARE)],
      ['ArrowDown', () => move(-spanM * ARROW_SHARE)],
      ['PageUp', () => move(spanM * PAGE_SHARE)],
      ['PageDown', () => move(-spanM * PAGE_SHARE)],
      ['Home', () => move(-lengthM)],
      ['End', () => move(lengthM)],
      ['+', closer],
      ['-', whole],
      ['Escape', whole],
    ]);
    const action = actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  };

  return {
    cursorM,
    domain,
    isZoomed: spanM < lengthM,
    drag,
    closer,
    whole,
    onKeyDown,
    pointer: {
      onPointerMove: (event) => {
        const px = pxOf(event);
        setCursorM(metresAt(px));
        if (downAt.current !== null)
          setDrag({ fromPx: Math.min(px, downAt.current), toPx: Math.max(px, downAt.current) });
      },
      onPointerDown: (event) => {
        const px = pxOf(event);
        setCursorM(metresAt(px));
        // A finger that moves reads numbers; only the mouse, which reads by hovering, has dragging free for zoom.
        if (event.pointerType === 'mouse') downAt.current = px;
      },
      onPointerUp: () => {
        if (drag && drag.toPx - drag.fromPx >= LEAST_DRAG_PX) show(metresAt(drag.fromPx), metresAt(drag.toPx));
        downAt.current = null;
        setDrag(null);
      },
      onPointerLeave: (event) => {
        downAt.current = null;
        setDrag(null);
        if (event.pointerType === 'mouse') setCursorM(null);
      },
      onPointerCancel: () => {
        downAt.current = null;
        setDrag(null);
      },
    },
  };
}
