import { type FormEvent, useState } from 'react';
import type { OnlineMap as OnlineMapState } from '#contract/maps';
import { Failed, Loading } from '../../../components/states.tsx';
import { useOnlineMap } from '../../../lib/online-map.ts';
import { words } from '../../../lib/words.ts';
import { useClearOnlineMap, usePutOnlineMap } from '../api/online-map.ts';

const text = words.onlineMap;

function Kept({ state }: { readonly state: OnlineMapState }) {
  const clear = useClearOnlineMap();
  if (state.cells === 0) return null;
  return (
    <div className="row">
      <span>{text.kept(state.cells, state.bytes)}</span>
      <button type="button" className="button" disabled={clear.isPending} onClick={() => clear.mutate()}>
        {text.clear}
      </button>
      {clear.error && <span role="alert">{clear.error.message}</span>}
    </div>
  );
}

function Form({ state }: { readonly state: OnlineMapState }) {
  const put = usePutOnlineMap();
  const [typed, setTyped] = useState(state.address ?? '');
  const isOn = state.address !== null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(typed.trim());
  };
  const turnOff = () => {
    setTyped('');
    put.mutate(null);
  };
  return (
    <form onSubmit={save}>
      <input
        id="online-map"
        className="input"
        type="url"
        inputMode="url"
        required
        aria-describedby="online-map-hint online-map-sent"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status">{put.error?.message ?? text.state(state)}</p>
      <div className="row">
        <button type="submit" className="button" disabled={put.isPending}>
          {isOn ? text.again : text.turnOn}
        </button>
        {isOn && (
          <button type="button" className="button" disabled={put.isPending} onClick={turnOff}>
            {text.turnOff}
          </button>
        )}
      </div>
    </form>
  );
}

/** The online map: off until an address is given; what is sent there, what came of it, and how to be rid of it. */
export function OnlineMap() {
  const online = useOnlineMap();
  return (
    <div className="field">
      <label htmlFor="online-map">{text.title}</label>
      <span className="field-hint" id="online-map-hint">
        {text.hint}
      </span>
      <span className="field-hint" id="online-map-sent">
        {text.sent}
      </span>
      {online.isPending && <Loading what={text.what} heights={[72]} />}
      {online.isError && <Failed error={online.error} onRetry={() => void online.refetch()} />}
      {online.data && (
        <>
          <Form state={online.data} />
          <Kept state={online.data} />
        </>
      )}
    </div>
  );
}
