import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Plan, PlanForecastAnswer, PlanList } from '#contract/plans';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Descents that are walked from so many per cent on; null as by habit. */
const WALKS = { none: null, from15: 15, from12: 12, from8: 8 } as const;
/** Per cent more steps a minute. */
const CADENCES = { usual: 0, plus3: 3, plus5: 5, plus8: 8 } as const;

/** How a planned route is to be run. */
export interface Choice {
  readonly direction: 'there' | 'back';
  readonly walk: keyof typeof WALKS;
  readonly cadence: keyof typeof CADENCES;
}

/** As by habit. */
export const BY_HABIT: Choice = { direction: 'there', walk: 'none', cadence: 'usual' };

function queryOf({ direction, walk, cadence }: Choice): string {
  const query = new URLSearchParams();
  if (direction === 'back') query.set('reversed', 'yes');
  const steeperThan = WALKS[walk];
  if (steeperThan !== null) query.set('walkSteeperThanPct', String(steeperThan));
  if (CADENCES[cadence] !== 0) query.set('cadencePct', String(CADENCES[cadence]));
  return query.size > 0 ? `?${query}` : '';
}

/** All plans, and deleted ones. */
export const usePlans = () => useQuery({ queryKey: queryKeys.plans, queryFn: () => getJson<PlanList>('/api/plans') });

/** What a planned route would ask; the answer before stays on screen while a new one is worked out. */
export const useForecast = (id: string, choice: Choice) =>
  useQuery({
    queryKey: queryKeys.plan(id, queryOf(choice)),
    queryFn: () => getJson<PlanForecastAnswer>(`/api/plans/${id}${queryOf(choice)}`),
    placeholderData: keepPreviousData,
  });

/** Sends a route file. */
export function useAddPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('files', file);
      return send<Plan>('POST', '/api/plans', form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.plans }),
  });
}

/** Gives a plan another name. */
export function useRenamePlan(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => send<Plan>('PATCH', `/api/plans/${id}`, { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.plans }),
  });
}

/** Deletes a plan. */
export function useDeletePlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('DELETE', `/api/plans/${id}`),
    // The list alone: the forecast of what is gone need not be asked for again.
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.plans, exact: true }),
  });
}

/** Brings a deleted plan back. */
export function useRestorePlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('POST', `/api/plans/${id}/restore`),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.plans }),
  });
}
