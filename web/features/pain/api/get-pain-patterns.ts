import { useQuery } from '@tanstack/react-query';
import type { PainPatterns } from '#contract/habits';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** What pain tends to follow in this log. */
export const usePainPatterns = () =>
  useQuery({ queryKey: queryKeys.painPatterns, queryFn: () => getJson<PainPatterns>('/api/pain-patterns') });
