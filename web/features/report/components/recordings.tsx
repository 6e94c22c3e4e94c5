import { Link } from 'wouter';
import type { RecordingList, RunSummary } from '#contract/runs';
import { longMoment } from '../../../lib/dates.ts';
import { distance } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { useRecordings, useRunsNear, useSetLeader } from '../api/recordings.ts';
import './recordings.css';

const text = words.recordings;

type Recording = RecordingList['recordings'][number];

const nameOf = ({ fileName, device, format }: Recording): string =>
  [fileName, device, format.toUpperCase()].filter((part) => part !== null).join(' · ');

interface ChoicesProps {
  readonly id: string;
  readonly setLeader: ReturnType<typeof useSetLeader>;
}

function Several({ id, recordings, setLeader }: ChoicesProps & { readonly recordings: readonly Recording[] }) {
  const leader = recordings.find(({ leads }) => leads);
  return (
    <section className="section recordings screen-only" aria-labelledby="recordings-title">
      <h2 id="recordings-title">{text.title}</h2>
      <p className="quiet small">{text.detail}</p>
      <ul>
        {recordings.map((one) => (
          <li key={one.id}>
            <span>
              {one.id === id ? nameOf(one) : <Link href={`/runs/${one.id}`}>{nameOf(one)}</Link>}
              {one.leads && <span className="quiet"> · {text.stands}</span>}
            </span>
            {!one.leads && leader && (
              <span className="row">
                <button
                  type="button"
                  className="button"
                  aria-label={text.chooseLabel(one.fileName)}
                  disabled={setLeader.isPending}
                  onClick={() => setLeader.mutate({ id: leader.id, leaderId: one.id })}
                >
                  {text.choose}
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={text.splitLabel(one.fileName)}
                  disabled={setLeader.isPending}
                  onClick={() => setLeader.mutate({ id: one.id, leaderId: one.id })}
                >
                  {text.split}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Join({ id, near, setLeader }: ChoicesProps & { readonly near: readonly RunSummary[] }) {
  const { units } = usePreferences();
  return (
    <details className="section recordings screen-only">
      <summary>{text.joinTitle}</summary>
      <p className="quiet small">{text.joinDetail}</p>
      <ul>
        {near.map((run) => {
          const name = `${longMoment(run.startedAt)}, ${distance(run.distanceM, units)}, ${run.fileName}`;
          return (
            <li key={run.id}>
              <Link href={`/runs/${run.id}`}>{name}</Link>
              <button
                type="button"
                className="button"
                aria-label={text.joinLabel(name)}
                disabled={setLeader.isPending}
                onClick={() => setLeader.mutate({ id: run.id, leaderId: id })}
              >
                {text.join}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The other recordings of a run: which of them stands for it, and joining and parting them. Nothing where there is no choice. */
export function Recordings({ id, startedAt }: { readonly id: string; readonly startedAt: string }) {
  const setLeader = useSetLeader();
  const recorded = useRecordings(id);
  const listed = useRunsNear(id, startedAt);
  const recordings = recorded.data?.recordings ?? [];
  const near = listed.data ?? [];
  const others = near.filter((run) => !recordings.some((one) => one.id === run.id));
  const leads = recordings.some((one) => one.id === id && one.leads);
  return (
    <>
      {recordings.length > 1 && <Several id={id} recordings={recordings} setLeader={setLeader} />}
      {leads && others.length > 0 && <Join id={id} near={others} setLeader={setLeader} />}
      {setLeader.error && <p role="alert">{setLeader.error.message}</p>}
    </>
  );
}
