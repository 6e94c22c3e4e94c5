import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangedRuns, ChosenRuns, GroundOfRuns } from '#contract/chosen-runs';
import { fetchFile, send } from '../../../lib/api-client.ts';
import { saveFile } from '../../../lib/save-file.ts';

const PATHS = { originals: '/api/runs/originals', table: '/api/runs/table' } as const;

/** Downloads the files of runs, or their table. */
export const useDownloadRuns = (what: keyof typeof PATHS) =>
  useMutation({
    mutationFn: async (chosen: ChosenRuns) => {
      const { blob, name } = await fetchFile(PATHS[what], chosen);
      saveFile(blob, name);
    },
  });

/** Names the ground of whole runs. */
export function useTellGroundOfRuns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: GroundOfRuns) => send<ChangedRuns>('POST', '/api/runs/told-ground', chosen),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Takes back what was last said of the ground of whole runs. */
export function useUntellGroundOfRuns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: ChosenRuns) => send<ChangedRuns>('POST', '/api/runs/told-ground/take-back', chosen),
    onSuccess: () => client.invalidateQueries(),
  });
}
