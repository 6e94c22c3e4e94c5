import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OnlineMap } from '#contract/maps';
import { send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Turns it on by an address, or off. */
export function usePutOnlineMap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (address: string | null) => send<OnlineMap>('PUT', '/api/online-map', { address }),
    onSuccess: (state) => client.setQueryData(queryKeys.onlineMap, state),
  });
}

/** Forgets the answers; the runs there are read again. */
export function useClearOnlineMap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<OnlineMap>('DELETE', '/api/online-map/answers'),
    onSuccess: () => client.invalidateQueries(),
  });
}
