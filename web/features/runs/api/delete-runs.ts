import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

/** How far a change of run after run came. */
export interface DoneSoFar {
  readonly ids: readonly string[];
  /** Why it went no further; null when all are done. */
  readonly error: Error | null;
}

async function oneByOne(ids: readonly string[], change: (id: string) => Promise<unknown>): Promise<DoneSoFar> {
  for (const [at, id] of ids.entries()) {
    const error = await change(encodeURIComponent(id)).then(
      () => null,
      (reason: Error) => reason,
    );
    if (error) return { ids: ids.slice(0, at), error };
  }
  return { ids, error: null };
}

/** Puts runs in the trash one after the other; all that counts with them asks again, also when one of them failed. */
export function useDeleteRuns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => oneByOne(ids, (id) => send('DELETE', `/api/runs/${id}`)),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Takes runs out of the trash again. */
export function useRestoreRuns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => oneByOne(ids, (id) => send('POST', `/api/trash/${id}/restore`)),
    onSettled: () => client.invalidateQueries(),
  });
}
