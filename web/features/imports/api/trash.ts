import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TrashList } from '#contract/trash';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Deleted runs that can still come back. */
export const useTrash = () =>
  useQuery({
    queryKey: queryKeys.trash,
    queryFn: () => getJson<TrashList>('/api/trash'),
    select: ({ runs }) => runs,
  });

/** Brings a run back. */
export function useRestoreRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('POST', `/api/trash/${id}/restore`),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Deletes everything in the trash for good. */
export function useEmptyTrash() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', '/api/trash'),
    onSuccess: () => client.invalidateQueries(),
  });
}
