import type { Care } from '#contract/habits';
import { words } from '../../../lib/words.ts';
import { BothSides } from './both-sides.tsx';
import './article-topics.css';

type Topics = Care['topics'];

/** The article by topic, folded. */
export function ArticleTopics({ topics }: { readonly topics: Topics }) {
  return (
    <section className="section" aria-labelledby="article-title">
      <h2 id="article-title">{words.care.articleTitle}</h2>
      <p className="quiet">{words.care.articleIntro}</p>
      <div className="article-topics">
        {topics.map((topic) => (
          <details key={topic.id}>
            <summary>{topic.title}</summary>
            <ul className="article-statements">
              {topic.statements.map((statement) => (
                <li key={statement.id}>
                  <h3>{statement.title}</h3>
                  {statement.text !== null && <p>{statement.text}</p>}
                  <BothSides {...statement} />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}
