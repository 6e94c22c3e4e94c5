import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

/** Takes an entry out of the log. */
export function useDeletePainEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<unknown>('DELETE', `/api/pain-entries/${id}`),
    onSuccess: () => client.invalidateQueries(),
  });
}
