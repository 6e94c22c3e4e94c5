import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { usePainPatterns } from '../api/get-pain-patterns.ts';

const text = words.pain.patterns;

function Answer() {
  const answer = usePainPatterns();
  if (answer.isPending) return <Loading what={text.what} heights={[48]} />;
  if (answer.isError) return <Failed error={answer.error} onRetry={() => void answer.refetch()} />;
  const { notedRuns, neededRuns, patterns } = answer.data;
  if (patterns.length > 0)
    return (
      <>
        <ul className="pain-patterns">
          {patterns.map((pattern) => (
            <li key={pattern.measure}>{pattern.sentence}</li>
          ))}
        </ul>
        <p className="quiet small">{text.counts}</p>
      </>
    );
  return <p className="quiet">{notedRuns < neededRuns ? text.tooFew(notedRuns, neededRuns) : text.alike}</p>;
}

/** What pain tends to follow in this log, with what chance allows. */
export function Patterns() {
  return (
    <section className="section" aria-labelledby="patterns-title">
      <h2 id="patterns-title">{text.title}</h2>
      <Answer />
    </section>
  );
}
