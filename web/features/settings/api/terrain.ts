import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TerrainList } from '#contract/terrain';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

const pathOf = (name: string): string => `/api/terrain/${encodeURIComponent(name)}`;

/** The terrain tiles that are here. */
export const useTerrain = () =>
  useQuery({ queryKey: queryKeys.terrain, queryFn: () => getJson<TerrainList>('/api/terrain') });

/** Sends files of tiles, one after the other; the runs there are read again. */
export function useAddTerrain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await send<TerrainList>('PUT', pathOf(file.name), file);
    },
    onSettled: () => client.invalidateQueries(),
  });
}

/** Takes a tile away; the runs on it are read again. */
export function useRemoveTerrain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => send<unknown>('DELETE', pathOf(name)),
    onSettled: () => client.invalidateQueries(),
  });
}
