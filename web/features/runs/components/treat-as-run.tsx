import { Failed } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { useTreatAsRun } from '../api/treat-as-run.ts';

const text = words.runs.import;

/**
 * The runner's word against a refusal: "It was a run".
 *
 * @param onQueued - the file is being read again
 */
export function TreatAsRun(props: {
  readonly importId: string;
  readonly fileId: number;
  readonly fileName: string;
  readonly onQueued: () => void;
}) {
  const { importId, fileId, fileName, onQueued } = props;
  const treat = useTreatAsRun();
  return (
    <>
      <button
        type="button"
        className="link-button"
        disabled={treat.isPending}
        aria-label={`${text.itWasARun}: ${fileName}`}
        onClick={() => treat.mutate({ importId, fileId }, { onSuccess: onQueued })}
      >
        {text.itWasARun}
      </button>
      {treat.error && <Failed error={treat.error} />}
    </>
  );
}
