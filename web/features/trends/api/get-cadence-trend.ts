import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CadenceTrend } from '#contract/trends';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Cadence over weeks at the runner's usual speed. */
export const cadenceTrendQuery = queryOptions({
  queryKey: queryKeys.cadence,
  queryFn: () => getJson<CadenceTrend>('/api/trends/cadence'),
});

/** See {@link cadenceTrendQuery}. */
export const useCadenceTrend = () => useQuery(cadenceTrendQuery);
