import { useQuery } from '@tanstack/react-query';
import type { RunDetail } from '#contract/runs';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** One run with what an account export tells of it. */
export const useRun = (id: string) =>
  useQuery({
    queryKey: queryKeys.run(id),
    queryFn: () => getJson<RunDetail>(`/api/runs/${encodeURIComponent(id)}`),
  });
