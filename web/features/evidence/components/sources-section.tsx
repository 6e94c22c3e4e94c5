import { CITATIONS, CITATIONS_BY_TOPIC, type Citation } from '#core';
import { words } from '../../../lib/words.ts';

const text = words.evidence.sources;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

function SourceItem({ id, citation }: { readonly id: string; readonly citation: Citation }) {
  const { authors, year, title, source, doi, url, design, participants, population, finding, certainty } = citation;
  const address = doi === null ? url : `https://doi.org/${doi}`;
  const people = participants === null ? [] : [text.participants(participants)];
  return (
    <li id={id} className="evidence-item">
      <p>
        {authors} ({year}).{' '}
        {address === null ? (
          title
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
        )}
        . {source}.
      </p>
      <p>{finding}</p>
      <p className="quiet small">
        {capital([design, ...people, population].join(', '))}. {capital(text.certainty[certainty])};{' '}
        {text.readOn(text.read[citation.read], citation.readOn)}.{citation.readNote && ` ${citation.readNote}`}
      </p>
    </li>
  );
}

/** Every source, by topic; each has an address that reports link to. */
export function SourcesSection() {
  const all: readonly Citation[] = Object.values(CITATIONS);
  const known = (read: Citation['read']) => all.filter((citation) => citation.read === read).length;
  const topics = Object.entries(CITATIONS_BY_TOPIC) as [keyof typeof text.topics, Record<string, Citation>][];
  return (
    <section className="section stack" aria-labelledby="sources">
      <h2 id="sources">{text.title}</h2>
      <p className="evidence-lede">{text.lede(all.length, known('second-hand'), known('recalled'))}</p>
      {topics.map(([topic, citations]) => (
        <div key={topic} className="stack">
          <h3>{text.topics[topic]}</h3>
          <ul className="evidence-columns">
            {Object.entries(citations).map(([key, citation]) => (
              <SourceItem key={key} id={key} citation={citation} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
