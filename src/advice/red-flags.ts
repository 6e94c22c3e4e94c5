/**
 * Signs in the pain log that call for a person instead of training advice. A log cannot examine a knee: silence here
 * means nothing was written down, not that nothing is wrong.
 * @cite Nhs2026
 */
import { dayNumber, localDate } from '../history/calendar.ts';
import type { PainLog } from '../history/pain-log.ts';
import { type PainfulRun, recentEntries, worstScore } from '../history/recent-pain.ts';

/** A score from which a single entry counts. Assumption: "severe" on the usual 0 to 10 scale. */
const SEVERE_SCORE = 7;
/** A score that counts when it comes back. Assumption: pain that guidance no longer lets one run with. */
const CLEAR_SCORE = 4;
/** Entries of that score within 14 days. Assumption. */
const CLEAR_ENTRIES = 2;
/** Days after which pain that is still there should be seen by somebody. @cite Nhs2026 */
const LASTING_DAYS = 21;

/**
 * Words of a note that speak of more than soreness. English only; a "no" or "not" right before takes it back.
 * @cite Nhs2026
 */
const ALARMING =
  /(?<!\bno |\bnot |\bwithout )\b(swollen|swelling|swells|locked|locks|locking|gave way|gives way|giving way|fever|numb|numbness|limp|limped|limping|cannot bear|can't bear|cannot straighten|can't straighten|deformed|heard a pop)\b/i;

/** Why the runner should be seen, in their own log's terms; `urgent` means today. */
export interface RedFlag {
  readonly urgent: boolean;
  readonly reason: string;
}

/** What to do about a sign, in plain words; it stands before all other advice, and instead of it. */
export function seeSomebody({ urgent, reason }: RedFlag): string {
  const when = urgent
    ? 'See a doctor today, and do not run until then.'
    : 'See a doctor or physiotherapist before the next hard or long run.';
  return `${reason}. ${when} Go at once when the knee cannot bear weight, cannot straighten, gives way, is badly swollen or out of shape, or is hot and red with fever.`;
}

/** Whether pain was told of in each third of the last three weeks and for three weeks in all. */
function isLasting(painLog: PainLog, run: PainfulRun): boolean {
  const today = dayNumber(localDate(run.startedAtMs, painLog.timeZone));
  const daysAgo = painLog.entries
    .filter((entry) => (worstScore(entry) ?? 0) >= 1)
    .map(({ date }) => today - dayNumber(date))
    .filter((days) => days >= 0);
  const inWeek = (week: number) => daysAgo.some((days) => days >= 7 * week && days < 7 * (week + 1));
  return (
    inWeek(0) && inWeek(1) && inWeek(2) && daysAgo.some((days) => days >= LASTING_DAYS && days < LASTING_DAYS + 14)
  );
}

/** The gravest sign in the log around a run; null when nothing alarming was written down. */
export function redFlag(painLog: PainLog, run: PainfulRun): RedFlag | null {
  const recent = recentEntries(painLog, run);
  const word = recent.map(({ note }) => note?.match(ALARMING)?.[1]).find((found) => found !== undefined);
  if (word !== undefined) return { urgent: true, reason: `Your pain log says “${word.toLowerCase()}”` };
  const scores = recent.map((entry) => worstScore(entry) ?? 0);
  const worst = Math.max(0, ...scores);
  if (worst >= SEVERE_SCORE) return { urgent: false, reason: `You noted knee pain of ${worst} of 10` };
  const clear = scores.filter((score) => score >= CLEAR_SCORE).length;
  if (clear >= CLEAR_ENTRIES)
    return {
      urgent: false,
      reason: `You noted knee pain of ${CLEAR_SCORE} of 10 or more ${clear} times within two weeks`,
    };
  if (isLasting(painLog, run))
    return { urgent: false, reason: 'Your knee has been sore for about three weeks or longer' };
  return null;
}
