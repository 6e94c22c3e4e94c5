import { useMutation } from '@tanstack/react-query';
import type { Import } from '#contract/imports';
import { send } from '../../../lib/api-client.ts';

/** Has a refused file read again as a run, because the runner says that it was one. */
export const useTreatAsRun = () =>
  useMutation({
    mutationFn: ({ importId, fileId }: { readonly importId: string; readonly fileId: number }) =>
      send<Import>('POST', `/api/imports/${encodeURIComponent(importId)}/files/${fileId}/as-run`),
  });
