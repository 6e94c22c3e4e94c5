import { type FitFields, fitText, fitTimeMs } from './fit-decode.ts';
import type { SpanMs } from './span.ts';

const STOPS: ReadonlySet<string | null> = new Set(['stop', 'stop_all', 'stop_disable', 'stop_disable_all']);

/** Spans between a stop of the timer and the start after it; a stop without a start ends the run and is no pause. */
export function timerPauses(events: readonly FitFields[]): SpanMs[] {
  const pauses: SpanMs[] = [];
  let stoppedMs = Number.NaN;
  for (const event of events) {
    if (event.event !== 'timer') continue;
    const timeMs = fitTimeMs(event.timestamp);
    const type = fitText(event.event_type);
    if (STOPS.has(type)) {
      if (Number.isNaN(stoppedMs)) stoppedMs = timeMs;
    } else if (type === 'start' && !Number.isNaN(stoppedMs)) {
      if (timeMs > stoppedMs) pauses.push({ startMs: stoppedMs, endMs: timeMs });
      stoppedMs = Number.NaN;
    }
  }
  return pauses;
}
