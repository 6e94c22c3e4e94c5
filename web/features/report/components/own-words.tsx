import { words } from '../../../lib/words.ts';
import { useRun } from '../api/get-run.ts';
import './own-words.css';

/** Longest description that is shown at once, characters; a longer one would push the run off the screen. */
const LONGEST_SHOWN = 280;

/** What the runner called the run, the shoes, and what they wrote of it. Nothing where no account export told it. */
export function OwnWords({ id }: { readonly id: string }) {
  const { title = null, gear = null, description = null } = useRun(id).data ?? {};
  const named = [title, gear].filter((part) => part !== null).join(' · ');
  return (
    <>
      {named !== '' && <p className="own-words small">{named}</p>}
      {description !== null && description.length <= LONGEST_SHOWN && <p className="own-words small">{description}</p>}
      {description !== null && description.length > LONGEST_SHOWN && (
        <details className="own-words small">
          <summary>{words.report.ownWords}</summary>
          {description}
        </details>
      )}
    </>
  );
}
