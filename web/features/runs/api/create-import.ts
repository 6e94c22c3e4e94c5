import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../../../lib/api-client.ts';
import type { FoundFile } from '../collect-files.ts';

/** Sends files to be read; the answer names the import whose progress can be watched. `sentShare` tells how much has gone out, 0 to 1. */
export function useCreateImport() {
  const [sentShare, setSentShare] = useState(0);
  const create = useMutation({
    mutationFn: (files: readonly FoundFile[]) => {
      const form = new FormData();
      for (const { name, file } of files) form.append('files', file, name);
      setSentShare(0);
      return upload<{ id: string }>('/api/imports', form, setSentShare);
    },
  });
  return { ...create, sentShare };
}
