import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RunnerProfile } from '#contract/runner';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** What the runner has told about themselves. */
export const profileQuery = queryOptions({
  queryKey: queryKeys.profile,
  queryFn: () => getJson<RunnerProfile>('/api/profile'),
});

/** See {@link profileQuery}. */
export const useProfile = () => useQuery(profileQuery);
