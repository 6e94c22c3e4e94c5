import type { Finding, Report, ReportExtent, Suggestion } from '#core';
import { SeverityMark } from '../../../components/severity-mark.tsx';
import { Tied } from '../../../components/tied.tsx';
import { loadNumber, percent, stretch, timeDifference, type Units } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { FindingBasis } from './finding-basis.tsx';

const text = words.report.findings;

/** More stretches are on the ribbon and in the table. */
const STRETCHES_SHOWN = 3;
/** Smaller changes drown in the model's own doubt, share. */
const LEAST_CHANGE = 0.01;
const LEAST_PEAK_CHANGE = 0.02;
/** A load that falls by so much tells the gain by itself, share. */
const WORTH_TELLING = 0.05;

const changeOf = (share: number): string => (share < 0 ? text.less(percent(-share)) : text.more(percent(share)));

function loadSentence(before: number, after: number, units: Units): string {
  const change = before > 0 ? after / before - 1 : 0;
  if (Math.abs(change) < LEAST_CHANGE) return text.sameLoad;
  const told = changeOf(change);
  // Two figures can hide the difference; then the share alone speaks.
  const [now, then] = [loadNumber(before, units), loadNumber(after, units)];
  return now === then ? text.effectShare(told) : text.effect(told, then, now, words.load.unit(units));
}

/** How far the weightings differ about a change; empty where they say the same. */
function endsOf({ changePct }: NonNullable<Suggestion['effect']>): string {
  if (changePct === null || changePct.high - changePct.low < 100 * LEAST_CHANGE) return '';
  const [low, high] = [changePct.low / 100, changePct.high / 100];
  // On one side of nothing, "less" or "more" is said once.
  const isOneSided = low < 0 === high < 0;
  const [small, big] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low];
  return isOneSided ? text.ends(percent(Math.abs(small)), changeOf(big)) : text.ends(changeOf(low), changeOf(high));
}

/** What a change spares the hardest steps, where the load hides it; empty where the load tells the gain, or there is little. */
function peakSentence({ kneeLoadKm, peakBw }: NonNullable<Suggestion['effect']>): string {
  if (peakBw === null || kneeLoadKm.after <= (1 - WORTH_TELLING) * kneeLoadKm.before) return '';
  const spared = 1 - peakBw.after / peakBw.before;
  return spared < LEAST_PEAK_CHANGE ? '' : text.softer(percent(spared));
}

function effectSentence(effect: NonNullable<Suggestion['effect']>, units: Units): string {
  const { before, after } = effect.kneeLoadKm;
  const load = `${loadSentence(before, after, units)}${endsOf(effect)}${peakSentence(effect)}`;
  const difference = timeDifference(effect.timeS);
  if (difference === null) return `${load}.`;
  return `${load}, ${effect.timeS > 0 ? text.longer(difference) : text.shorter(difference)}.`;
}

function Advice({ suggestion }: { readonly suggestion: Suggestion }) {
  const { units } = usePreferences();
  return (
    <li>
      <p>
        <Tied>{suggestion.text}</Tied>
      </p>
      {suggestion.effect && <p className="advice-effect">{effectSentence(suggestion.effect, units)}</p>}
      {suggestion.tradeOff !== null && (
        <p className="quiet small">
          {text.tradeOff}: <Tied>{suggestion.tradeOff}</Tied>
        </p>
      )}
    </li>
  );
}

/** Goes to stretches on the ribbon and the map; null on paper, where nothing moves. */
type Show = ((where: readonly ReportExtent[]) => void) | null;

function Where({ finding, onShow }: { readonly finding: Finding; readonly onShow: Show }) {
  const { units } = usePreferences();
  if (finding.where.length === 0) return null;
  const longest = finding.where
    .toSorted((a, b) => b.endM - b.startM - (a.endM - a.startM))
    .slice(0, STRETCHES_SHOWN)
    .sort((a, b) => a.startM - b.startM);
  const rest = finding.where.length - longest.length;
  return (
    <p className="finding-where">
      <span className="quiet">{text.where}: </span>
      {longest.map((where, at) => {
        const told = stretch(where.startM, where.endM, units);
        return (
          <span key={where.startM}>
            {at > 0 && ', '}
            {onShow ? (
              <button
                type="button"
                className="link-button"
                aria-label={text.showLabel(told)}
                onClick={() => onShow([where])}
              >
                {told}
              </button>
            ) : (
              told
            )}
          </span>
        );
      })}
      {rest > 0 && <span className="quiet"> {text.moreStretches(rest)}</span>}
    </p>
  );
}

/** One finding: what, where, what to do about it and what that would bring, how sure, and who says so. */
export function FindingCard(props: {
  readonly finding: Finding;
  readonly report: Report;
  readonly isChosen: boolean;
  readonly onShow: Show;
}) {
  const { finding, report } = props;
  const advice = report.suggestions.filter((suggestion) => suggestion.findingId === finding.id);
  return (
    <article
      className={`finding finding-${finding.severity}${props.isChosen ? ' finding-chosen' : ''}`}
      id={`finding-${finding.id}`}
      tabIndex={-1}
      aria-labelledby={`finding-title-${finding.id}`}
    >
      <p className="finding-severity">
        <SeverityMark severity={finding.severity} />
      </p>
      <h3 id={`finding-title-${finding.id}`}>{finding.title}</h3>
      <p>
        <Tied>{finding.message}</Tied>
      </p>
      <Where finding={finding} onShow={props.onShow} />
      {advice.length > 0 && (
        <div className="advice">
          <h4>{text.doTitle}</h4>
          <ul>
            {advice.map((suggestion) => (
              <Advice key={suggestion.text} suggestion={suggestion} />
            ))}
          </ul>
        </div>
      )}
      <FindingBasis finding={finding} advice={advice} report={report} />
    </article>
  );
}
