import type { PlanForecastAnswer } from '#contract/plans';
import { Tied } from '../../../components/tied.tsx';
import { grade, loadNumber, pace, stretch, time, timeDifference, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { bestWalked } from './profile-model.ts';

const text = words.plans.page;

type Forecast = PlanForecastAnswer['forecast'];
type Stretch = Forecast['stretches'][number];

/** Less than this is no saving that anybody could feel, flat-easy km. Assumption: what fifty easy metres ask. */
const LEAST_SAVED_KM = 0.05;
/** A table with more rows begins closed. */
const MOST_OPEN = 24;
/** Descents named where walking saves most. */
const MOST_NAMED = 3;

function walkWords({ walked, gait }: Stretch, units: Units): string {
  if (gait === 'walk') return text.stretches.walks;
  if (walked === null) return '';
  const longer = timeDifference(walked.timeS) ?? time(0);
  if (walked.savedKm >= LEAST_SAVED_KM)
    return text.stretches.yes(`${loadNumber(walked.savedKm, units)} ${words.load.unit(units)}`, longer);
  return walked.walkedPeakBw < walked.peakBw ? text.stretches.peakOnly(longer) : text.stretches.no;
}

/** Where walking the steep descents helps, with its price; says so where it does not. */
export function WalkSteep({ forecast, units }: { readonly forecast: Forecast; readonly units: Units }) {
  const { walkingSteep, stretches } = forecast;
  if (walkingSteep === null) return null;
  const { changePct, timeS, tradeOff } = walkingSteep;
  const longer = text.walking.minutes(timeDifference(timeS) ?? time(0));
  const best = bestWalked(stretches)
    .filter(({ walked }) => walked.savedKm >= LEAST_SAVED_KM)
    .slice(0, MOST_NAMED);
  return (
    <section className="section stack" aria-labelledby="plan-walk-title">
      <h2 id="plan-walk-title">{text.walking.title}</h2>
      <p>
        {changePct.mid < -0.5
          ? text.walking.less(`${Math.round(-changePct.mid)} %`, longer)
          : text.walking.more(longer)}{' '}
        {changePct.low < 0 && changePct.high > 0 && text.walking.disagree}
      </p>
      {best.length > 0 && (
        <>
          <h3>{text.walking.best}</h3>
          <ol className="plan-best">
            {best.map((one) => (
              <li key={one.fromM}>
                {`${stretch(one.fromM, one.toM, units)}, ${grade(one.gradePct)}: ${walkWords(one, units)}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="quiet">
        <Tied>{tradeOff}</Tied>
      </p>
    </section>
  );
}

/** The route as a table: what the profile shows, in numbers. */
export function PlanStretches(props: {
  readonly stretches: readonly Stretch[];
  readonly units: Units;
  readonly onShow: (one: Stretch) => void;
}) {
  const { stretches, units, onShow } = props;
  const isWalkTold = stretches.some((one) => walkWords(one, units) !== '');
  return (
    <section className="section" aria-labelledby="plan-stretches-title">
      <details open={stretches.length <= MOST_OPEN}>
        <summary>
          <h2 id="plan-stretches-title">{text.stretches.title}</h2>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
        <section className="table-scroll" aria-label={text.stretches.label} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.stretches.where}</th>
                <th scope="col">{text.stretches.grade}</th>
                <th scope="col" className="number">{`${text.stretches.load}, ${words.load.unit(units)}`}</th>
                <th scope="col" className="number">
                  {text.stretches.perKm}
                </th>
                {isWalkTold && <th scope="col">{text.stretches.walk}</th>}
                <th scope="col" className="number">
                  {text.stretches.pace}
                </th>
              </tr>
            </thead>
            <tbody>
              {stretches.map((one) => (
                <tr key={one.fromM}>
                  <th scope="row">
                    <button
                      type="button"
                      className="link-button"
                      aria-label={text.stretches.show(stretch(one.fromM, one.toM, units))}
                      onClick={() => onShow(one)}
                    >
                      {stretch(one.fromM, one.toM, units)}
                    </button>
                  </th>
                  <td>
                    {one.gradePct === null ? '' : `${grade(one.gradePct)} `}
                    <span className="quiet small">{text.stretches.type[one.type]}</span>
                  </td>
                  <td className="number">{loadNumber(one.kneeLoadKm, units)}</td>
                  <td className="number">{text.stretches.times(one.perKm.toFixed(1))}</td>
                  {isWalkTold && <td>{walkWords(one, units)}</td>}
                  <td className="number">{pace(one.speedMps, units)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
