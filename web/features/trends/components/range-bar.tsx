import { moved, scaled, useSharedWindow, type WeekWindow } from '../../../components/chart/week-window.ts';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { words } from '../../../lib/words.ts';
import { type TrendRange, windowOfRange } from '../trend-range.ts';

const text = words.trends;
const RANGES = Object.keys(text.ranges) as TrendRange[];

/** A press goes along by this share of what is on screen, so that something of it stays in sight. */
const STEP = 0.5;
const CLOSER = 0.5;
const WIDER = 2;

const isSame = (a: WeekWindow, b: WeekWindow): boolean => a.fromMs === b.fromMs && a.toMs === b.toMs;

/** Which weeks the charts show: a range up to the latest week, and from there along and closer, by key and thumb as by mouse. */
export function RangeBar({ weekStarts }: { readonly weekStarts: readonly string[] }) {
  const { shown, show } = useSharedWindow();
  const whole = windowOfRange(weekStarts, 'all');
  const steps = [
    { name: text.steps.earlier, to: moved(shown, whole, -STEP) },
    { name: text.steps.later, to: moved(shown, whole, STEP) },
    { name: text.steps.closer, to: scaled(shown, whole, CLOSER) },
    { name: text.steps.wider, to: scaled(shown, whole, WIDER) },
  ];
  // A short history is whole in several ranges; the widest of them says so best.
  const range = RANGES.findLast((one) => isSame(windowOfRange(weekStarts, one), shown)) ?? null;
  return (
    <div className="range-bar screen-only">
      <ChoiceRow
        legend={text.range}
        options={text.ranges}
        value={range}
        onChange={(one) => show(windowOfRange(weekStarts, one))}
      />
      <div className="row range-steps">
        {steps.map(({ name, to }) => (
          <button
            key={name}
            type="button"
            className="button button-small"
            disabled={isSame(to, shown)}
            onClick={() => show(to)}
          >
            {name}
          </button>
        ))}
      </div>
      <p className="quiet small range-hint with-mouse">{text.weeks.hint.mouse}</p>
      <p className="quiet small range-hint with-touch">{text.weeks.hint.touch}</p>
    </div>
  );
}
