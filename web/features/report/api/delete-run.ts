import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Deletes a run with its file; the lists and trends ask again. */
export function useDeleteRun(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<unknown>('DELETE', `/api/runs/${encodeURIComponent(id)}`),
    onSuccess: () => {
      // The report's own answers must not be asked for again: they are gone.
      client.removeQueries({ queryKey: queryKeys.report(id) });
      client.removeQueries({ queryKey: queryKeys.track(id) });
      return Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.runs, exact: true }),
        client.invalidateQueries({ queryKey: ['trends'] }),
      ]);
    },
  });
}
