import { CAUSES, type Report } from '#core';
import { EvidenceLink } from '../../../components/evidence-link.tsx';
import { sourceName } from '../../../lib/source-name.ts';
import { words } from '../../../lib/words.ts';
import './ground-meaning.css';

const text = words.ground;

/** What the article says of the ground, or of the treadmill where the run was on one, beside what studies found. */
export function GroundMeaning({ surfaces }: { readonly surfaces: Report['surfaces'] }) {
  const topic = surfaces.some(({ type }) => type === 'treadmill') ? 'treadmill' : 'soft-ground';
  const statement = CAUSES.find(({ id }) => id === topic);
  if (statement?.basis.kind !== 'citation') return null;
  const { keys, certainty } = statement.basis;
  return (
    <dl className="ground-meaning">
      <div>
        <dt>{text.article}</dt>
        <dd>{statement.articleSays}</dd>
      </div>
      <div>
        <dt>{words.care.studies}</dt>
        <dd>
          {statement.studiesFound}{' '}
          <span className="quiet">
            ({keys.map(sourceName).join(', ')}: {words.care.certainty[certainty]})
          </span>
        </dd>
      </div>
      <div>
        <dt>{text.here}</dt>
        <dd>
          {text.noWeight} <EvidenceLink part={keys[0]}>{text.sources}</EvidenceLink>
        </dd>
      </div>
    </dl>
  );
}
