/** What the pain log says about a run and the days before it. */
import { dayNumber, localDate } from './calendar.ts';
import type { PainEntry, PainLog } from './pain-log.ts';
import type { RunFacts } from './run-facts.ts';

/** Days before a run in which knee pain counts as current. Assumption: two weeks, as in pain diaries of trials. */
export const RECENT_PAIN_DAYS = 14;

/** The run that pain is told of. */
export type PainfulRun = Pick<RunFacts, 'sha256' | 'startedAtMs'>;

/** The worst score of an entry, 0 to 10; null when it holds none. */
export function worstScore({ before, during, hourAfter, nextMorning }: PainEntry): number | null {
  const scores = [before, during, hourAfter, nextMorning].filter((score) => score !== null);
  return scores.length === 0 ? null : Math.max(...scores);
}

/** The entries of a run: those tied to it, and those tied to none with the date of its start. */
export function entriesOf({ entries, timeZone }: PainLog, run: PainfulRun): PainEntry[] {
  // Asked for every run of an import; a date costs more than all the rest.
  if (entries.length === 0) return [];
  const today = localDate(run.startedAtMs, timeZone);
  return entries.filter(({ runSha256, date }) => (runSha256 === null ? date === today : runSha256 === run.sha256));
}

/** The entries of the 14 days up to the day of a run, and those tied to it. Entries of later days are not looked at. */
export function recentEntries({ entries, timeZone }: PainLog, run: PainfulRun): PainEntry[] {
  if (entries.length === 0) return [];
  const today = dayNumber(localDate(run.startedAtMs, timeZone));
  return entries.filter(({ runSha256, date }) => {
    if (runSha256 === run.sha256) return true;
    const daysBefore = today - dayNumber(date);
    return daysBefore >= 0 && daysBefore <= RECENT_PAIN_DAYS;
  });
}

/** Whether the runner has told of knee pain (a score of 1 or more) around a run; see {@link recentEntries}. */
export const hasRecentPain = (painLog: PainLog, run: PainfulRun): boolean =>
  recentEntries(painLog, run).some((entry) => (worstScore(entry) ?? 0) >= 1);
