import type { Grounds } from '#contract/habits';
import { words } from '../../../lib/words.ts';
import './both-sides.css';

const text = words.care;

function groundsSentence({ certainty, sources, assumption }: Grounds): string {
  if (assumption !== null) return text.assumption(assumption);
  const names = sources.map(({ name }) => name).join(', ');
  return certainty === null ? names : `${names}: ${text.certainty[certainty]}`;
}

/** What the article says beside what studies found, and on what that stands. */
export function BothSides(props: {
  readonly articleSays: string | null;
  readonly studiesFound: string;
  readonly grounds: Grounds;
}) {
  return (
    <dl className="both-sides">
      {props.articleSays !== null && (
        <div>
          <dt>{text.article}</dt>
          <dd>{props.articleSays}</dd>
        </div>
      )}
      <div>
        <dt>{text.studies}</dt>
        <dd>
          {props.studiesFound} <span className="quiet">({groundsSentence(props.grounds)})</span>
        </dd>
      </div>
    </dl>
  );
}
