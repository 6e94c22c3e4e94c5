import type { Care } from '#contract/habits';
import { RedFlag } from '../../components/red-flag.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { words } from '../../lib/words.ts';
import { useCare } from './api/get-care.ts';
import { AdviceList } from './components/advice-list.tsx';
import { ArticleTopics } from './components/article-topics.tsx';
import { BothSides } from './components/both-sides.tsx';
import { StrengthPlan } from './components/strength-plan.tsx';
import { StretchTimer } from './components/stretch-timer.tsx';

const text = words.care;

function Stretches({ topics }: Pick<Care, 'topics'>) {
  const stretches = topics.flatMap(({ statements }) =>
    statements.flatMap((statement) => (statement.timer ? [{ ...statement, timer: statement.timer }] : [])),
  );
  if (stretches.length === 0) return null;
  return (
    <section className="section" aria-labelledby="stretches-title">
      <h2 id="stretches-title">{text.stretchTitle}</h2>
      <p className="quiet">{text.stretchHint}</p>
      <div className="stretches">
        {stretches.map((stretch) => (
          <article key={stretch.id}>
            <h3>{stretch.title}</h3>
            <p>{stretch.text}</p>
            <StretchTimer {...stretch.timer} label={stretch.title} />
            <details>
              <summary className="small">{text.both}</summary>
              <BothSides {...stretch} />
            </details>
          </article>
        ))}
      </div>
    </section>
  );
}

function Advice({ care }: { readonly care: Care }) {
  if (care.redFlag !== null)
    return (
      <>
        <RedFlag flag={care.redFlag} />
        <p className="quiet section">{text.firstAid}</p>
      </>
    );
  return (
    <section className="section" aria-labelledby="advice-title">
      <h2 id="advice-title">{text.forYou}</h2>
      <p className="quiet">
        {care.isSore && `${text.sore} `}
        {text.basedOn(care.runs)}
      </p>
      <AdviceList advice={care.advice} />
    </section>
  );
}

/** Advice for this runner, stretches, and the whole article beside what studies found; to be seen comes before all. */
export function CarePage() {
  const care = useCare();
  return (
    <>
      <div className="stack">
        <h1>{text.title}</h1>
        <p className="lede quiet">{text.intro}</p>
      </div>
      {care.isPending && <Loading what={text.what} heights={[120, 120, 120]} />}
      {care.isError && <Failed error={care.error} onRetry={() => void care.refetch()} />}
      {care.data && (
        <>
          <Advice care={care.data} />
          {care.data.redFlag === null && <StrengthPlan topics={care.data.topics} />}
          <Stretches topics={care.data.topics} />
          <ArticleTopics topics={care.data.topics} />
        </>
      )}
    </>
  );
}
