import type { WhatIfResult } from '#core';
import { EvidenceLink } from '../../../components/evidence-link.tsx';
import { loadNumber, loadRange, percent, timeDifference } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { sourceName } from '../../../lib/source-name.ts';
import { words } from '../../../lib/words.ts';

const text = words.whatIf;
/** Smaller changes drown in the model's own doubt, per cent. */
const LEAST_CHANGE_PCT = 1;

function changeSentence(changePct: number): string {
  if (Math.abs(changePct) < LEAST_CHANGE_PCT) return text.same;
  const share = percent(Math.abs(changePct) / 100);
  return changePct < 0 ? text.less(share) : text.more(share);
}

function timeSentence(timeS: number): string {
  const difference = timeDifference(timeS);
  if (difference === null) return text.sameTime;
  return text.time(timeS > 0 ? text.longer(difference) : text.shorterTime(difference));
}

/** What a change would make of the run: load with range, how far the weightings agree, peak, time, and the price. */
export function WhatIfOutcome({ result }: { readonly result: WhatIfResult }) {
  const { units } = usePreferences();
  const { before, after, changePct } = result;
  const unit = words.load.unit(units);
  const [load, range] = [loadNumber(after.kneeLoadKm.mid, units), loadRange(after.kneeLoadKm, units)];
  if (result.tradeOffs.length === 0) return <p className="what-if-load">{text.neutral(load, range, unit)}</p>;
  const ends = changePct && [changeSentence(changePct.low), changeSentence(changePct.high)];
  const isUndecided = changePct !== null && changePct.low < -LEAST_CHANGE_PCT && changePct.high > LEAST_CHANGE_PCT;
  return (
    <>
      <p className="what-if-load">
        <strong>{text.result(load, range, unit)}</strong>
        {changePct && `: ${changeSentence(changePct.mid)}.`}
      </p>
      <ul className="what-if-facts">
        {ends && ends[0] !== ends[1] && (
          <li>{(isUndecided ? text.undecided : text.between)(ends[0] ?? '', ends[1] ?? '')}</li>
        )}
        {before.peakBw !== null && after.peakBw !== null && (
          <li>{text.peak(after.peakBw.toFixed(1), before.peakBw.toFixed(1))}</li>
        )}
        <li>{timeSentence(result.timeS)}</li>
      </ul>
      <h4>{text.cost}</h4>
      <ul className="what-if-facts quiet">
        {result.tradeOffs.map((tradeOff) => (
          <li key={tradeOff.text}>
            {tradeOff.text}{' '}
            {tradeOff.sources.map((key) => (
              <span key={key}>
                <EvidenceLink part={key}>{sourceName(key)}</EvidenceLink>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
