import { MODEL_CONSTANTS, MODEL_RELATIONS, type ModelConstant, type ModelRelation } from '#core';
import { words } from '../../../lib/words.ts';
import { SourceLinks } from './source-links.tsx';

const text = words.evidence.model;

function Constants({ relation }: { readonly relation: ModelRelation }) {
  return (
    <details>
      <summary>{text.constants}</summary>
      <ul className="evidence-list">
        {relation.constants.map((name) => {
          const { meaning, value, low, high, basis }: ModelConstant = MODEL_CONSTANTS[name];
          return (
            <li key={name}>
              {meaning}: <strong>{text.span(value, low, high)}</strong>.{' '}
              {basis.kind === 'assumption' ? (
                text.assumption(basis.why)
              ) : (
                <>
                  {text.basis} <SourceLinks keys={basis.keys} />.
                </>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** A formula with its powers raised; what stands between carets is plain text. */
function Formula({ text: formula }: { readonly text: string }) {
  return formula
    .replaceAll('-', '−')
    .split(/\^(−?[\d.]+)/)
    .map((part, at) => {
      const key = `${at} ${part}`;
      // The split puts each exponent after the text before it.
      return at % 2 === 1 ? <sup key={key}>{part}</sup> : <span key={key}>{part}</span>;
    });
}

function Relation({ relation }: { readonly relation: ModelRelation }) {
  const { id, title, says, formulas, holds, assumed, sources, constants } = relation;
  return (
    <article id={id} className="evidence-item">
      <h3>{title}</h3>
      <p>{says}</p>
      <ul className="formulas">
        {formulas.map((formula) => (
          <li key={formula}>
            <Formula text={formula} />
          </li>
        ))}
      </ul>
      <p className="quiet">
        {text.holds}: {holds}
      </p>
      {assumed !== null && (
        <p className="quiet">
          {text.assumed}: {assumed}
        </p>
      )}
      {sources.length > 0 && (
        <p className="quiet">
          {text.sources}: <SourceLinks keys={sources} />
        </p>
      )}
      {constants.length > 0 && <Constants relation={relation} />}
    </article>
  );
}

/** The relations of the model, one after the other. */
export function ModelSection() {
  return (
    <section className="section stack" aria-labelledby="model">
      <h2 id="model">{text.title}</h2>
      <p className="evidence-lede">{text.lede}</p>
      <div className="evidence-columns">
        {MODEL_RELATIONS.map((relation) => (
          <Relation key={relation.id} relation={relation} />
        ))}
      </div>
    </section>
  );
}
