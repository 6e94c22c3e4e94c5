import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

/** Deletes runs one after the other; all that counts with them asks again, also when one of them failed. */
export function useDeleteRuns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await send<unknown>('DELETE', `/api/runs/${encodeURIComponent(id)}`);
    },
    onSettled: () => client.invalidateQueries(),
  });
}
