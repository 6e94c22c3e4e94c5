import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunnerProfile } from '#contract/runner';
import { getJson, send } from './api-client.ts';
import { queryKeys } from './query-keys.ts';

/** What the runner has told about themselves. */
export const profileQuery = queryOptions({
  queryKey: queryKeys.profile,
  queryFn: () => getJson<RunnerProfile>('/api/profile'),
});

/** See {@link profileQuery}. */
export const useProfile = () => useQuery(profileQuery);

/** Keeps the profile; every report may read differently after it. */
export function usePutProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profile: RunnerProfile) => send<RunnerProfile>('PUT', '/api/profile', profile),
    onSuccess: () => client.invalidateQueries(),
  });
}
