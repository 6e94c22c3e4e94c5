import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RunList } from '#contract/runs';
import { getJson } from '../../../lib/api-client.ts';
import { daysBetween } from '../../../lib/dates.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** How far back "the last weeks" go, days. */
const COMPARED_DAYS = 28;

/** Runs of the four weeks before a moment; from the same answer as the list, so that it is asked for once. */
export const earlierRunsQuery = (startedAt: string | undefined) =>
  queryOptions({
    queryKey: queryKeys.runs,
    queryFn: () => getJson<RunList>('/api/runs'),
    enabled: startedAt !== undefined,
    select: (list) =>
      list.runs.filter((run) => {
        const days = startedAt === undefined ? -1 : daysBetween(run.startedAt, startedAt);
        return days > 0 && days <= COMPARED_DAYS;
      }),
  });

/** See {@link earlierRunsQuery}. */
export const useEarlierRuns = (startedAt: string | undefined) => useQuery(earlierRunsQuery(startedAt));
