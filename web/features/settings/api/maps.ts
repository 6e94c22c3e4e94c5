import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MapList } from '#contract/maps';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** While a map is made, milliseconds between looks. */
const LOOK_EVERY_MS = 1000;

const pathOf = (name: string): string => `/api/maps/${encodeURIComponent(name)}`;

/** The maps, and how far one is that is being made. */
export const useMaps = () =>
  useQuery({
    queryKey: queryKeys.maps,
    queryFn: () => getJson<MapList>('/api/maps'),
    refetchInterval: ({ state }) => (state.data?.adding?.state === 'adding' ? LOOK_EVERY_MS : false),
  });

/** Sends an extract. */
export function useAddMap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => send<MapList>('PUT', pathOf(file.name), file),
    onSuccess: (list) => client.setQueryData(queryKeys.maps, list),
  });
}

/** Takes a map away; the runs on it are read again. */
export function useRemoveMap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => send<unknown>('DELETE', pathOf(name)),
    onSuccess: () => client.invalidateQueries(),
  });
}
