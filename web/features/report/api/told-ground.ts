import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewToldGround, ToldGrounds } from '#contract/ground';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

const pathOf = (runId: string): string => `/api/runs/${runId}/told-ground`;

/** The stretches of a run whose ground the runner has named. */
export const useToldGround = (runId: string) =>
  useQuery({ queryKey: queryKeys.toldGround(runId), queryFn: () => getJson<ToldGrounds>(pathOf(runId)) });

/** Names the ground of a stretch. */
export function useTellGround(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stretch: NewToldGround) => send<ToldGrounds>('POST', pathOf(runId), stretch),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Takes the word on a stretch back. */
export function useUntellGround(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stretchId: number) => send<ToldGrounds>('DELETE', `${pathOf(runId)}/${stretchId}`),
    onSuccess: () => client.invalidateQueries(),
  });
}
