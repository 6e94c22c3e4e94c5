import { useMutation } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

/** Stops an import; what was read stays. The stream of the import tells when it has ended. */
export const useCancelImport = () =>
  useMutation({ mutationFn: (id: string) => send('POST', `/api/imports/${encodeURIComponent(id)}/cancel`) });
