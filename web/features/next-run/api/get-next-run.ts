import { useQuery } from '@tanstack/react-query';
import type { NextRun } from '#contract/habits';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** How far the next run can go. */
export const useNextRun = () =>
  useQuery({ queryKey: queryKeys.nextRun, queryFn: () => getJson<NextRun>('/api/next-run') });
