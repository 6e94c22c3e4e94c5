import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RunList } from '#contract/runs';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/**
 * All runs, from the same answer as the list.
 *
 * @param isWanted - false asks for nothing
 */
export const runsQuery = (isWanted: boolean) =>
  queryOptions({
    queryKey: queryKeys.runs,
    queryFn: () => getJson<RunList>('/api/runs'),
    enabled: isWanted,
    select: (list) => list.runs,
  });

/** See {@link runsQuery}. */
export const useRuns = (isWanted: boolean) => useQuery(runsQuery(isWanted));
