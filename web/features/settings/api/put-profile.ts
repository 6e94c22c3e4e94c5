import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RunnerProfile } from '#contract/runner';
import { send } from '../../../lib/api-client.ts';

/** Keeps the profile; every report may read differently after it. */
export function usePutProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profile: RunnerProfile) => send<RunnerProfile>('PUT', '/api/profile', profile),
    onSuccess: () => client.invalidateQueries(),
  });
}
