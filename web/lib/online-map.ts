import { useQuery } from '@tanstack/react-query';
import type { OnlineMap } from '#contract/maps';
import { getJson } from './api-client.ts';
import { queryKeys } from './query-keys.ts';

/** While boxes are asked for, milliseconds between looks. */
const LOOK_EVERY_MS = 5000;

/** Where is asked, what is kept and what is missing. */
export const useOnlineMap = () =>
  useQuery({
    queryKey: queryKeys.onlineMap,
    queryFn: () => getJson<OnlineMap>('/api/online-map'),
    refetchInterval: ({ state: { data } }) =>
      data && data.address !== null && data.missing > 0 ? LOOK_EVERY_MS : false,
  });
