import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RunList } from '#contract/runs';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** While reports are worked out anew the list is asked for again after this time, ms. */
const ASK_AGAIN_MS = 3_000;

/** All runs with the sums that the list shows, newest first. */
export const runsQuery = queryOptions({
  queryKey: queryKeys.runs,
  queryFn: () => getJson<RunList>('/api/runs'),
  refetchInterval: ({ state }) => ((state.data?.updating ?? 0) > 0 ? ASK_AGAIN_MS : false),
  select: (list) => list.runs.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)),
});

/** See {@link runsQuery}. */
export const useRuns = () => useQuery(runsQuery);

/** How many reports are still to be worked out, as the list said when it was last asked for. */
export const useReportsLeft = () => useQuery({ ...runsQuery, select: ({ updating }) => updating });
