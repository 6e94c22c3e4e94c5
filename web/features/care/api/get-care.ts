import { useQuery } from '@tanstack/react-query';
import type { Care } from '#contract/habits';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Advice for this runner, and the article. */
export const useCare = () => useQuery({ queryKey: queryKeys.care, queryFn: () => getJson<Care>('/api/care') });
