import { type ComponentType, type FunctionComponent, useEffect, useState } from 'react';
import { Loading } from '../components/states.tsx';
import { words } from '../lib/words.ts';

/** A page whose code is fetched when it is first needed, or before. */
export interface FetchedPage<Props> extends FunctionComponent<Props> {
  /** Fetches the code; a page fetched before it is shown is there at once. */
  readonly fetchAhead: () => Promise<unknown>;
}

/**
 * A page in a file of its own. Not `lazy` with `Suspense`, which holds a page back for 300 ms once its place was shown empty.
 *
 * @param load - imports the file and gives the page in it
 */
export function fetchedPage<Props extends object>(load: () => Promise<ComponentType<Props>>): FetchedPage<Props> {
  let page: ComponentType<Props> | null = null;
  const fetchAhead = async () => {
    page ??= await load();
    return page;
  };
  function Fetched(props: Props) {
    const [Page, setPage] = useState(() => page);
    useEffect(() => {
      const fail = (error: unknown) =>
        setPage(() => {
          throw error;
        });
      if (!Page) fetchAhead().then((fetched) => setPage(() => fetched), fail);
    }, [Page]);
    return Page ? <Page {...props} /> : <Loading what={words.states.page} heights={[48, 220, 160]} />;
  }
  return Object.assign(Fetched, { fetchAhead });
}
