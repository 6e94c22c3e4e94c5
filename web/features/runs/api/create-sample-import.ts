import { useMutation } from '@tanstack/react-query';
import { send } from '../../../lib/api-client.ts';

/** Loads the made-up season that comes with Kneewise. */
export const useCreateSampleImport = () =>
  useMutation({ mutationFn: () => send<{ id: string }>('POST', '/api/imports/sample') });
