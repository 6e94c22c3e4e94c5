import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewPainEntry, StoredPainEntry } from '#contract/runner';
import { send } from '../../../lib/api-client.ts';

/** Adds an entry; it can change what every report of the days around means. */
export function useCreatePainEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entry: NewPainEntry) => send<StoredPainEntry>('POST', '/api/pain-entries', entry),
    onSuccess: () => client.invalidateQueries(),
  });
}
