import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RunTrack } from '#contract/runs';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The columns of one run for ribbon and map. */
export const trackQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.track(id),
    queryFn: () => getJson<RunTrack>(`/api/runs/${encodeURIComponent(id)}/track`),
  });

/** See {@link trackQuery}. */
export const useTrack = (id: string) => useQuery(trackQuery(id));
