import { queryOptions, useQuery } from '@tanstack/react-query';
import type { StoredPainEntry } from '#contract/runner';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The pain log, newest first. */
export const painEntriesQuery = queryOptions({
  queryKey: queryKeys.painEntries,
  queryFn: () => getJson<{ entries: StoredPainEntry[] }>('/api/pain-entries'),
  select: (log) => log.entries.toSorted((a, b) => b.date.localeCompare(a.date) || b.id - a.id),
});

/** See {@link painEntriesQuery}. */
export const usePainEntries = () => useQuery(painEntriesQuery);
