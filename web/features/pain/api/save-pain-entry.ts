import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewPainEntry, StoredPainEntry } from '#contract/runner';
import { send } from '../../../lib/api-client.ts';

/** An entry, and its id once it has one. */
export interface PainDraft {
  readonly id: number | null;
  readonly entry: NewPainEntry;
}

/** Adds an entry, or completes the one with the id; it can change what every report of the days around means. */
export function useSavePainEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, entry }: PainDraft) =>
      id === null
        ? send<StoredPainEntry>('POST', '/api/pain-entries', entry)
        : send<StoredPainEntry>('PUT', `/api/pain-entries/${id}`, entry),
    onSuccess: () => client.invalidateQueries(),
  });
}
