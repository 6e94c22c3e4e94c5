import { Empty, Failed, Loading } from '../../components/states.tsx';
import { localDate } from '../../lib/dates.ts';
import { words } from '../../lib/words.ts';
import { usePainEntries } from './api/get-pain-entries.ts';
import { PainForm } from './components/pain-form.tsx';
import { PainList } from './components/pain-list.tsx';

const text = words.pain;

function Entries() {
  const entries = usePainEntries();
  if (entries.isPending) return <Loading what={text.what} heights={[64, 64, 64]} />;
  if (entries.isError) return <Failed error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data.length > 0) return <PainList entries={entries.data} />;
  return (
    <Empty title={text.empty}>
      <p className="quiet">{text.emptyDetail}</p>
    </Empty>
  );
}

/** The pain log: a new entry on top, the history under it. */
export function PainPage() {
  return (
    <>
      <div className="stack">
        <h1>{text.title}</h1>
        <p className="lede quiet">{text.intro}</p>
      </div>
      <PainForm runId={null} date={localDate(new Date())} />
      <section className="section" aria-labelledby="pain-list-title">
        <h2 id="pain-list-title">{text.listTitle}</h2>
        <Entries />
      </section>
    </>
  );
}
