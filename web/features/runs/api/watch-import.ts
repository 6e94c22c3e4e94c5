import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Import } from '#contract/imports';
import { queryKeys } from '../../../lib/query-keys.ts';

/** While files are read the list is asked for at most this often, ms: often enough to see it grow. */
const REFRESH_MS = 2_000;

/** The import as last heard of, whether the stream broke off, and whether the server knows no such import any more. */
export interface WatchedImport {
  readonly progress: Import | null;
  readonly isLost: boolean;
  readonly isGone: boolean;
  /** Follows an import again that was done: something in it is being read anew. */
  readonly watchAgain: () => void;
}

/**
 * Follows an import through server-sent events until it is done, and makes the lists and trends ask again on the way.
 *
 * @param id - the import; null watches nothing
 */
export function useWatchedImport(id: string | null): WatchedImport {
  const [progress, setProgress] = useState<Import | null>(null);
  const [isLost, setIsLost] = useState(false);
  const [isGone, setIsGone] = useState(false);
  const [round, setRound] = useState(0);
  const client = useQueryClient();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens a new stream on the same import
  useEffect(() => {
    setProgress((last) => (last?.id === id ? last : null));
    setIsLost(false);
    setIsGone(false);
    if (id === null) return;
    let refreshedAt = Date.now();
    const source = new EventSource(`/api/imports/${encodeURIComponent(id)}/events`);
    source.addEventListener('import', (event: MessageEvent<string>) => {
      const next = JSON.parse(event.data) as Import;
      setProgress(next);
      setIsLost(false);
      if (next.state === 'done') {
        source.close();
        void client.invalidateQueries();
      } else if (Date.now() - refreshedAt > REFRESH_MS) {
        refreshedAt = Date.now();
        void client.invalidateQueries({ queryKey: queryKeys.runs, exact: true });
      }
    });
    source.addEventListener('error', () => {
      setIsLost(true);
      // A browser tries again after a broken line, but gives up for good on an answer that is no event stream.
      setIsGone(source.readyState === EventSource.CLOSED);
    });
    return () => source.close();
  }, [id, round, client]);

  return { progress, isLost, isGone, watchAgain: () => setRound((last) => last + 1) };
}
