import type { RedFlagAnswer } from '#contract/habits';
import { words } from '../lib/words.ts';
import { SeverityMark } from './severity-mark.tsx';
import './red-flag.css';

/** Says to be seen by somebody; stands before everything else. Nothing without a sign. */
export function RedFlag({ flag }: { readonly flag: RedFlagAnswer }) {
  if (flag === null) return null;
  return (
    <section className="red-flag" role="alert" aria-labelledby="red-flag-title">
      <h2 id="red-flag-title">
        <SeverityMark severity="high" label={flag.urgent ? words.redFlag.urgent : words.redFlag.soon} />
      </h2>
      <p>{flag.text}</p>
      <p className="quiet small">{words.redFlag.stops}</p>
    </section>
  );
}
