import { useState } from 'react';
import type { StoredPainEntry } from '#contract/runner';
import { RedFlag } from '../../components/red-flag.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { localDate } from '../../lib/dates.ts';
import { words } from '../../lib/words.ts';
import { usePainLog } from './api/get-pain-log.ts';
import { PainForm } from './components/pain-form.tsx';
import { PainList } from './components/pain-list.tsx';
import { Patterns } from './components/patterns.tsx';

const text = words.pain;

/** The entry in the form: one of the log, or the so-manieth new one. */
type Open = { readonly stored: StoredPainEntry } | { readonly fresh: number };

function Entries({ onOpen }: { readonly onOpen: (entry: StoredPainEntry) => void }) {
  const log = usePainLog();
  if (log.isPending) return <Loading what={text.what} heights={[64, 64, 64]} />;
  if (log.isError) return <Failed error={log.error} onRetry={() => void log.refetch()} />;
  if (log.data.entries.length > 0) return <PainList entries={log.data.entries} onOpen={onOpen} />;
  return (
    <Empty title={text.empty}>
      <p className="quiet">{text.emptyDetail}</p>
    </Empty>
  );
}

/** The pain log: being seen first if need be, a new entry, what pain follows, the history. */
export function PainPage() {
  const log = usePainLog();
  const [open, setOpen] = useState<Open>({ fresh: 0 });
  const stored = 'stored' in open ? open.stored : null;
  const show = (next: Open) => {
    setOpen(next);
    document.getElementById('pain-form-title')?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <div className="stack">
        <h1>{text.title}</h1>
        <p className="lede quiet">{text.intro}</p>
      </div>
      <RedFlag flag={log.data?.redFlag ?? null} />
      <section className="section screen-only" aria-labelledby="pain-form-title">
        <h2 id="pain-form-title">{stored ? text.completeTitle : text.addTitle}</h2>
        <p className="quiet">{text.formHint}</p>
        <PainForm
          key={stored ? `stored-${stored.id}` : `fresh-${'fresh' in open ? open.fresh : 0}`}
          runId={stored?.runId ?? null}
          date={stored?.date ?? localDate(new Date())}
          stored={stored}
          onAnother={() => show({ fresh: 'fresh' in open ? open.fresh + 1 : 0 })}
        />
      </section>
      <Patterns />
      <section className="section" aria-labelledby="pain-list-title">
        <h2 id="pain-list-title">{text.listTitle}</h2>
        <Entries onOpen={(entry) => show({ stored: entry })} />
      </section>
    </>
  );
}
