import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RunList } from '#contract/runs';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** All runs with the sums that the list shows, newest first. */
export const runsQuery = queryOptions({
  queryKey: queryKeys.runs,
  queryFn: () => getJson<RunList>('/api/runs'),
  select: (list) => list.runs.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)),
});

/** See {@link runsQuery}. */
export const useRuns = () => useQuery(runsQuery);

/** How many reports are still to be worked out, as the list said when it was last asked for. */
export const useReportsLeft = () => useQuery({ ...runsQuery, select: ({ updating }) => updating });
