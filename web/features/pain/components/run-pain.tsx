import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { usePainLog } from '../api/get-pain-log.ts';
import { PainForm } from './pain-form.tsx';

const text = words.pain;

function Form({ runId, date }: { readonly runId: string; readonly date: string }) {
  const log = usePainLog();
  if (log.isPending) return <Loading what={text.what} heights={[220]} />;
  if (log.isError) return <Failed error={log.error} onRetry={() => void log.refetch()} />;
  return (
    <PainForm runId={runId} date={date} stored={log.data.entries.find((entry) => entry.runId === runId) ?? null} />
  );
}

/** How the knee felt on one run; an entry that is there already is completed. */
export function RunPain(props: { readonly runId: string; readonly date: string }) {
  return (
    <section className="section screen-only" aria-labelledby="pain-form-title">
      <h2 id="pain-form-title">{text.formTitle}</h2>
      <p className="quiet">{text.formHint}</p>
      <Form {...props} />
    </section>
  );
}
