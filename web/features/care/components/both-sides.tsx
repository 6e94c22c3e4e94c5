import { Fragment } from 'react';
import type { Grounds } from '#contract/habits';
import { EvidenceLink } from '../../../components/evidence-link.tsx';
import { words } from '../../../lib/words.ts';
import './both-sides.css';

const text = words.care;

/** What it stands on, each source a press away. */
function Basis({ certainty, sources, assumption }: Grounds) {
  if (assumption !== null) return text.assumption(assumption);
  return (
    <>
      {sources.map(({ key, name }, at) => (
        <Fragment key={key}>
          {at > 0 && ', '}
          <EvidenceLink part={key}>{name}</EvidenceLink>
        </Fragment>
      ))}
      {certainty !== null && `: ${text.certainty[certainty]}`}
    </>
  );
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
          {props.studiesFound}{' '}
          <span className="quiet">
            (<Basis {...props.grounds} />)
          </span>
        </dd>
      </div>
    </dl>
  );
}
