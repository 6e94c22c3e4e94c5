import { useMutation } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

async function createImport(files: readonly File[]): Promise<{ id: string }> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return send('POST', '/api/imports', form);
}

/** Sends files to be read; the answer names the import whose progress can be watched. */
export const useCreateImport = () => useMutation({ mutationFn: createImport });
