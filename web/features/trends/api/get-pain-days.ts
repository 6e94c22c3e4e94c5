import { queryOptions, useQuery } from '@tanstack/react-query';
import type { StoredPainEntry } from '#contract/runner';
import { getJson } from '../../../lib/api-client.ts';
import { painDays } from '../../../lib/pain-days.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** See {@link painDays}; from the same answer as the pain log. */
export const painDaysQuery = queryOptions({
  queryKey: queryKeys.painEntries,
  queryFn: () => getJson<{ entries: StoredPainEntry[] }>('/api/pain-entries'),
  select: (log) => painDays(log.entries),
});

/** See {@link painDaysQuery}. */
export const usePainDays = () => useQuery(painDaysQuery);
