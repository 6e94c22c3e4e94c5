import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Report } from '#core';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The report of one run, reviewed with all that is known today. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.report(id),
    queryFn: () => getJson<Report>(`/api/runs/${encodeURIComponent(id)}/report`),
  });

/** See {@link reportQuery}. */
export const useReport = (id: string) => useQuery(reportQuery(id));
