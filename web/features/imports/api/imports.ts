import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ImportFile, ImportList } from '#contract/imports';
import type { RunList } from '#contract/runs';
import { getJson, send } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** How often is asked while an import is under way, milliseconds. */
const ASK_AGAIN_MS = 1000;
/** How often is asked while none is, milliseconds: a watched folder and other tabs begin some too. As often as that folder is looked at. */
const LOOK_AGAIN_MS = 5000;

const importsQuery = queryOptions({
  queryKey: queryKeys.imports,
  queryFn: () => getJson<ImportList>('/api/imports'),
  select: ({ imports }) => imports,
  refetchInterval: (query) =>
    query.state.data?.imports.some(({ state }) => state === 'working') ? ASK_AGAIN_MS : LOOK_AGAIN_MS,
});

/** All imports, the latest first; asked again and again, more often while one is under way. */
export const useImports = () => useQuery(importsQuery);

/** Makes the lists of runs ask again when an import ended, by whatever hand it began. */
export function useFreshAfterImports(): void {
  const client = useQueryClient();
  const done = useImports().data?.filter(({ state }) => state === 'done').length;
  const before = useRef(done);
  useEffect(() => {
    if (before.current !== undefined && before.current !== done) void client.invalidateQueries();
    before.current = done;
  }, [client, done]);
}

/** Every file of an import; asked for when somebody wants to see them. */
export const useImportFiles = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: queryKeys.importFiles(id),
    queryFn: () => getJson<{ files: ImportFile[] }>(`/api/imports/${id}/files`),
    select: ({ files }) => files,
    enabled: isWanted,
  });

/** The runner's word against a refusal: the file is read again as a run. */
export function useTreatAsRun(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fileId: number) => send('POST', `/api/imports/${id}/files/${fileId}/as-run`),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** How many runs are still being read or reviewed again, such as by a new engine; asked again while there are any. */
export const useUpdating = () =>
  useQuery({
    queryKey: queryKeys.runs,
    queryFn: () => getJson<RunList>('/api/runs'),
    select: ({ updating }) => updating,
    refetchInterval: (query) => ((query.state.data?.updating ?? 0) > 0 ? ASK_AGAIN_MS : false),
  });

/** Cancels or undoes an import; every list may read differently after it. */
export function useChangeImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: 'cancel' | 'undo') => send('POST', `/api/imports/${id}/${change}`),
    onSuccess: () => client.invalidateQueries(),
  });
}
