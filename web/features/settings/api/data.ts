import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackupList, Restored, WatchState } from '#contract/data';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The backups there are, the latest first. */
export const useBackups = () =>
  useQuery({ queryKey: queryKeys.backups, queryFn: () => getJson<BackupList>('/api/backups') });

/** Makes a backup now. */
export function useMakeBackup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<BackupList>('POST', '/api/backups'),
    onSuccess: (list) => client.setQueryData(queryKeys.backups, list),
  });
}

/** Restores from a file; everything reads differently after it. */
export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('files', file, file.name);
      return send<Restored>('POST', '/api/restore', form);
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

/** The folder that is watched. */
export const useWatchFolder = () =>
  useQuery({ queryKey: queryKeys.watchFolder, queryFn: () => getJson<WatchState>('/api/watch-folder') });

/** Watches another folder, or none. */
export function usePutWatchFolder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (path: string | null) => send<WatchState>('PUT', '/api/watch-folder', { path }),
    onSuccess: (state) => client.setQueryData(queryKeys.watchFolder, state),
  });
}
