import { type FitFields, fitNumber, fitTimeMs } from './fit-decode.ts';
import type { SpanMs } from './span.ts';
import { type SportVerdict, sportOfFit } from './sport.ts';

/** A stretch of one sport in a FIT part. */
export interface FitStretch extends SpanMs {
  readonly verdict: SportVerdict;
  /** The session message behind it; empty where the file has none. */
  readonly session: FitFields;
}

const MS_PER_S = 1000;

/** Without sessions (a watch that died) the sport message or the laps tell the sport. */
function withoutSession(hint: FitFields): FitStretch {
  return { startMs: -Infinity, endMs: Infinity, verdict: sportOfFit(hint.sport, hint.sub_sport), session: {} };
}

/**
 * The stretches of a part in order. A single one covers the whole part; several end where the next starts.
 *
 * @param sessions messages of the part, also one that comes first or lacks its times.
 */
export function stretchesOf(
  sessions: readonly FitFields[],
  sports: readonly FitFields[],
  laps: readonly FitFields[],
): FitStretch[] {
  const hint = sports.at(-1) ?? laps.find((lap) => lap.sport !== undefined) ?? {};
  if (sessions.length === 0) return [withoutSession(hint)];
  const stretches = sessions.map((session) => {
    const startMs = fitTimeMs(session.start_time);
    const elapsedMs = fitNumber(session.total_elapsed_time) * MS_PER_S;
    const endMs = Number.isNaN(elapsedMs) ? fitTimeMs(session.timestamp) : startMs + elapsedMs;
    return { startMs, endMs, verdict: sportOfFit(session.sport, session.sub_sport), session };
  });
  const [only] = stretches;
  if (only && stretches.length === 1) {
    // Some programs leave the sport to the sport message or the laps.
    const told = withoutSession(hint);
    const verdict = only.verdict.kind === 'unknown' && told.verdict.kind !== 'unknown' ? told.verdict : only.verdict;
    return [{ ...told, verdict, session: only.session }];
  }
  const timed = stretches.filter((stretch) => stretch.endMs > stretch.startMs);
  timed.sort((a, b) => a.startMs - b.startMs);
  return timed.map((stretch, i) => {
    const next = timed[i + 1]?.startMs ?? Infinity;
    // The last point of a session is written up to a second behind its rounded end.
    return { ...stretch, endMs: Math.min(next, stretch.endMs + MS_PER_S) };
  });
}
