import type { ImportCore } from '#contract/imports';
import { words } from '../lib/words.ts';
import './reading-progress.css';

const text = words.imports;
/** Rates below this are told with one decimal, files a second. */
const WHOLE_RATE_FROM = 10;
/** A screen reader is told each time this much more is done, per cent: every file would be a flood. */
const SPOKEN_STEP_PCT = 10;

const rate = (perSecond: number): string => perSecond.toFixed(perSecond < WHOLE_RATE_FROM ? 1 : 0);

/** Files of an import that are dealt with, one way or another. */
export function filesDone({ counts }: Pick<ImportCore, 'counts'>): number {
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return told - counts.queued - counts.working;
}

/**
 * How far an import under way is: files read, rate, time left, and why it waits when it does.
 *
 * @param reportsLeft - reports that are still to be worked out
 */
export function ReadingProgress({ of, reportsLeft }: { readonly of: ImportCore; readonly reportsLeft: number }) {
  const { expected, pace, stalled } = of;
  const done = filesDone(of);
  const isRead = done >= expected;
  const percent = expected > 0 ? Math.min(100, Math.floor((100 * done) / expected)) : 0;
  const spoken = Math.floor(percent / SPOKEN_STEP_PCT) * SPOKEN_STEP_PCT;
  return (
    <div className="reading">
      <progress className="reading-bar" aria-label={text.title} value={done} max={Math.max(expected, 1)} />
      <p className="reading-line">
        <strong>{isRead ? text.reports : text.reading(done, expected)}</strong>
        {isRead && reportsLeft > 0 && <span className="quiet">{text.reportsLeft(reportsLeft)}</span>}
        {pace && !isRead && (
          <span className="quiet">{text.pace(rate(pace.filesPerSecond), text.seconds(pace.secondsLeft))}</span>
        )}
      </p>
      <p role="status" className="visually-hidden">
        {isRead ? text.reports : text.spoken(spoken)}
      </p>
      {stalled !== null && <p role="alert">{stalled}</p>}
    </div>
  );
}
