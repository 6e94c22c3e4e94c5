import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

/** What the file's cadence numbers count; null lets the engine decide. */
export type CadenceUnit = 'strides' | 'steps' | null;

/** Tells how to read the cadence of a run; the run is read again and all sums may move. */
export function useSetCadenceUnit(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (cadenceUnit: CadenceUnit) =>
      send<unknown>('PATCH', `/api/runs/${encodeURIComponent(id)}`, { cadenceUnit }),
    onSuccess: () => client.invalidateQueries(),
  });
}
