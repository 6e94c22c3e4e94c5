import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { MapTilesChoice } from '#contract/map-tiles';
import { getJson, send } from './api-client.ts';
import { queryKeys } from './query-keys.ts';

const PATH = '/api/map-tiles';

/** Where the background of the map comes from. */
export const mapTilesQuery = queryOptions({
  queryKey: queryKeys.mapTiles,
  queryFn: () => getJson<MapTilesChoice>(PATH),
});

/** See {@link mapTilesQuery}. */
export const useMapTiles = () => useQuery(mapTilesQuery);

/** Chooses a background; the page is loaded again, because what it may ask for is settled when it is loaded. */
export const useChooseMapTiles = () =>
  useMutation({
    mutationFn: (choice: MapTilesChoice) => send<MapTilesChoice>('PUT', PATH, choice),
    onSuccess: () => location.reload(),
  });
