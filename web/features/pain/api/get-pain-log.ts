import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PainLogAnswer } from '#contract/runner';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The pain log, newest first, and whether the knee should be seen before anything else. */
export const painLogQuery = queryOptions({
  queryKey: queryKeys.painEntries,
  queryFn: () => getJson<PainLogAnswer>('/api/pain-entries'),
  select: ({ entries, redFlag }) => ({
    entries: entries.toSorted((a, b) => b.date.localeCompare(a.date) || b.id - a.id),
    redFlag,
  }),
});

/** See {@link painLogQuery}. */
export const usePainLog = () => useQuery(painLogQuery);
