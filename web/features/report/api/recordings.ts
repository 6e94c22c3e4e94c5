import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordingList, RunList } from '#contract/runs';
import { getJson, send } from '../../../lib/api-client.ts';
import { daysBetween } from '../../../lib/dates.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** How far apart two recordings of one run may be dated, days: a clock in another time zone. */
const MOST_DAYS_APART = 1;

const pathOf = (runId: string): string => `/api/runs/${encodeURIComponent(runId)}`;

/** The recordings of a run; only itself where there is no other. */
export const useRecordings = (runId: string) =>
  useQuery({
    queryKey: queryKeys.recordings(runId),
    queryFn: () => getJson<RecordingList>(`${pathOf(runId)}/recordings`),
  });

/** Runs that could be the same one by a clock that was wrong. */
export const useRunsNear = (runId: string, startedAt: string) =>
  useQuery({
    queryKey: queryKeys.runs,
    queryFn: () => getJson<RunList>('/api/runs'),
    select: ({ runs }) =>
      runs.filter((run) => run.id !== runId && Math.abs(daysBetween(run.startedAt, startedAt)) <= MOST_DAYS_APART),
  });

/** Lets a recording stand for another; for itself where both are one. */
export function useSetLeader() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, leaderId }: { readonly id: string; readonly leaderId: string }) =>
      send<RecordingList>('PUT', `${pathOf(id)}/leader`, { leaderId }),
    onSuccess: () => client.invalidateQueries(),
  });
}
