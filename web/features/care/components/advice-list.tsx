import type { Care } from '#contract/habits';
import { loadNumber, percent, timeDifference, type Units } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { BothSides } from './both-sides.tsx';
import './advice-list.css';

const text = words.care;

type AdviceAnswer = Care['advice'][number];

function effectSentence({ beforeKm, afterKm, timeS }: NonNullable<AdviceAnswer['effect']>, units: Units): string {
  const share = percent(1 - afterKm / beforeKm);
  const load = text.effect(share, loadNumber(afterKm, units), loadNumber(beforeKm, units), words.load.unit(units));
  const difference = timeDifference(timeS);
  if (difference === null) return `${load}.`;
  return `${load}${timeS > 0 ? text.longer(difference) : text.shorter(difference)}.`;
}

/** What to do, numbered, the most useful first. */
export function AdviceList({ advice }: { readonly advice: readonly AdviceAnswer[] }) {
  const { units } = usePreferences();
  return (
    <ol className="advice-list">
      {advice.map((item, i) => (
        <li key={item.id}>
          <h3>{item.title}</h3>
          <p>{item.text}</p>
          {item.effect && <p className="advice-gain">{effectSentence(item.effect, units)}</p>}
          {/* What holds for several in a row is said once. */}
          {item.noEffect !== null && item.noEffect !== advice[i - 1]?.noEffect && (
            <p className="quiet">{item.noEffect}</p>
          )}
          {item.tradeOff !== null && (
            <p className="quiet">
              {text.cost}: {item.tradeOff}
            </p>
          )}
          <details>
            <summary className="small">{text.both}</summary>
            <BothSides {...item} />
          </details>
        </li>
      ))}
    </ol>
  );
}
