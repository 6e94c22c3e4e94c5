import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Weeks } from '#contract/trends';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Distance, knee load and longest run of every week, oldest first. */
export const weeksQuery = queryOptions({
  queryKey: queryKeys.weeks,
  queryFn: () => getJson<Weeks>('/api/trends/weeks'),
  select: (answer) => answer.weeks,
});

/** See {@link weeksQuery}. */
export const useWeeks = () => useQuery(weeksQuery);
