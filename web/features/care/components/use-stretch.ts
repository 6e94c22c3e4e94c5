import { useEffect, useState } from 'react';

/** Time to let go between two holds, seconds. Assumption: one long breath out. */
const REST_S = 3;
/** How often the clock looks, milliseconds: often enough that no second is skipped. */
const TICK_MS = 200;

/** Where a stretch is. */
export type StretchPhase =
  | { readonly kind: 'ready' | 'done' }
  | { readonly kind: 'hold' | 'rest'; readonly round: number; readonly secondsLeft: number };

/** What goes on so many seconds after the start. */
export function phaseAt(seconds: number, holdS: number, repeats: number): StretchPhase {
  const roundS = holdS + REST_S;
  const round = Math.floor(seconds / roundS) + 1;
  const within = seconds - (round - 1) * roundS;
  // There is nothing to wait for after the last hold.
  if (round > repeats || (round === repeats && within >= holdS)) return { kind: 'done' };
  if (within < holdS) return { kind: 'hold', round, secondsLeft: Math.ceil(holdS - within) };
  return { kind: 'rest', round, secondsLeft: Math.ceil(roundS - within) };
}

/** Runs a stretch by the clock; a tab in the background may sleep, and comes back at the right second. */
export function useStretch(holdS: number, repeats: number) {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const phase: StretchPhase =
    startedAt === null ? { kind: 'ready' } : phaseAt((now - startedAt) / 1000, holdS, repeats);
  const isRunning = phase.kind === 'hold' || phase.kind === 'rest';
  useEffect(() => {
    if (!isRunning) return;
    const ticking = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, [isRunning]);
  const start = () => {
    const at = performance.now();
    setStartedAt(at);
    setNow(at);
  };
  return { phase, isRunning, start, stop: () => setStartedAt(null) };
}
