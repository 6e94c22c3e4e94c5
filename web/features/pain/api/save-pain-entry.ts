import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { NewPainEntry, StoredPainEntry } from '#contract/runner';
import { send } from '../../../lib/api-client.ts';

/**
 * Keeps one entry as it grows: the first save adds it, each later one completes it. One save goes after the other, so that
 * quick taps or held keys make one entry and the last word stands.
 *
 * @param storedId - of an entry that there is; null to begin one
 */
export function useSavePainEntry(storedId: number | null) {
  const client = useQueryClient();
  const known = useRef(storedId);
  const [id, setId] = useState(storedId);
  const save = useMutation({
    scope: { id: useId() },
    mutationFn: async (entry: NewPainEntry) => {
      const kept =
        known.current === null
          ? await send<StoredPainEntry>('POST', '/api/pain-entries', entry)
          : await send<StoredPainEntry>('PUT', `/api/pain-entries/${known.current}`, entry);
      known.current = kept.id;
      setId(kept.id);
    },
    // It can change what every report of the days around means; the next save need not wait for that.
    onSuccess: () => void client.invalidateQueries(),
  });
  return { id, save };
}
