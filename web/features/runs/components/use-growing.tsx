import { startTransition, useEffect, useRef, useState } from 'react';

/** Rows drawn at first and added at each step: more than a screen, drawn within a frame or two. */
const ROWS_A_STEP = 40;
/** So far below the screen the next rows are drawn, so that nobody scrolls into a void. */
const AHEAD = '1600px';

/**
 * Draws a long list in steps as it is scrolled.
 *
 * @param all - how many rows there are
 * @returns how many to draw now, and a mark to put after them
 */
export function useGrowing(all: number) {
  const [shown, setShown] = useState(ROWS_A_STEP);
  const mark = useRef<HTMLDivElement>(null);
  const isWhole = shown >= all;
  useEffect(() => {
    if (isWhole || !mark.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) startTransition(() => setShown(shown + ROWS_A_STEP));
      },
      { rootMargin: AHEAD },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [isWhole, shown]);
  return { shown, end: isWhole ? null : <div ref={mark} className="growing-end" /> };
}
