import type { PlanForecastAnswer } from '#contract/plans';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { loadNumber, loadRange, timeDifference, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import type { Choice } from '../api/plans.ts';

const text = words.plans.page.choose;

function differenceOf(seconds: number): string {
  const difference = timeDifference(seconds);
  if (difference === null) return text.sameTime;
  return seconds > 0 ? text.longer(difference) : text.shorter(difference);
}

/** How the route is to be run, and what that changes. */
export function PlanChoices(props: {
  readonly forecast: PlanForecastAnswer['forecast'];
  readonly choice: Choice;
  readonly units: Units;
  /** True while the forecast is still that of an earlier choice. */
  readonly isOutdated: boolean;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { forecast, choice, units, isOutdated, onChoose } = props;
  const { byHabit, otherWay, kneeLoadKm, movingTimeS, descentM } = forecast;
  const unit = words.load.unit(units);
  const told =
    choice.walk === 'none' && choice.cadence === 'usual'
      ? text.otherWay(loadNumber(otherWay.kneeLoadKm.mid, units), loadRange(otherWay.kneeLoadKm, units), unit)
      : text.changed(
          loadNumber(byHabit.kneeLoadKm.mid, units),
          `${loadNumber(kneeLoadKm.mid, units)} ${unit}`,
          differenceOf(movingTimeS - byHabit.movingTimeS),
        );
  return (
    <section className="plan-choices stack" aria-labelledby="plan-choices-title">
      <h2 id="plan-choices-title">{text.title}</h2>
      <ChoiceRow
        legend={text.direction}
        options={text.directions}
        value={choice.direction}
        onChange={(direction) => onChoose({ ...choice, direction })}
      />
      {descentM !== null && (
        <ChoiceRow
          legend={text.walk}
          options={text.walks}
          value={choice.walk}
          onChange={(walk) => onChoose({ ...choice, walk })}
        />
      )}
      <ChoiceRow
        legend={text.cadence}
        options={text.cadences}
        value={choice.cadence}
        onChange={(cadence) => onChoose({ ...choice, cadence })}
      />
      <p role="status">{isOutdated ? text.working : told}</p>
    </section>
  );
}
