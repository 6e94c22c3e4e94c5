import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { words } from '../../../lib/words.ts';

const text = words.settings;

/** Takes away what the service worker has kept; on an unsafe address there is none. */
async function forgetAnswers(): Promise<void> {
  if (!('caches' in globalThis)) return;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** Ends the session, where there is one; what this browser has kept of the runs goes with it. */
export function LogOut() {
  const session = useQuery({
    queryKey: queryKeys.session,
    queryFn: () => getJson<{ hasPassword: boolean }>('/api/session'),
  });
  if (!session.data?.hasPassword) return null;
  const logOut = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    await forgetAnswers().catch(() => undefined);
    form.submit();
  };
  return (
    <form className="field" method="post" action="/logout" onSubmit={logOut}>
      <span className="field-hint">{text.logOutHint}</span>
      <div className="row">
        <button type="submit" className="button">
          {text.logOut}
        </button>
      </div>
    </form>
  );
}
