import { useMutation } from '@tanstack/react-query';
import type { Import } from '#contract/imports';
import { send } from '../../../lib/api-client.ts';

/** Has refused files read again as runs, because the runner says that they were. */
export const useTreatAsRun = () =>
  useMutation({
    mutationFn: async ({ importId, fileIds }: { readonly importId: string; readonly fileIds: readonly number[] }) => {
      for (const id of fileIds)
        await send<Import>('POST', `/api/imports/${encodeURIComponent(importId)}/files/${id}/as-run`);
    },
  });
