import { type PointerEvent, useId } from 'react';
import type { PlanForecastAnswer } from '#contract/plans';
import type { RunTrack } from '#contract/runs';
import { altitude, distance, grade, metresPerUnit, type Units } from '../../../lib/format.ts';
import type { Paint } from '../../../lib/paint.ts';
import { useWidth } from '../../../lib/use-width.ts';
import { words } from '../../../lib/words.ts';
import { type ProfileStep, profileSteps } from './profile-model.ts';

const text = words.plans.page.profile;

/** Height of the picture, of the room for labels above it and for distances under it, px. */
const HILLY = 200;
const HEAD = 50;
const FOOT = 22;
/** The lowest ground still stands this high, so that its colour can be seen, px. */
const FOOTING = 44;
/** The same for a route of unknown hills, which is drawn level, px. */
const LEVEL = 84;
/** A flatter route is not stretched to look hilly, metres. */
const LEAST_SPAN_M = 30;
/** Ground this little higher is as low, metres. */
const SAME_M = 1;
/** Where the mark of the place under the pointer begins, px. */
const HERE_FROM = 20;
/** Width of a step, px. */
const STEP_PX = 3;
/** Narrower brackets have no room for words, px. */
const LABEL_PX = 84;
/** Distances stand no closer than this, px. */
const TICK_PX = 64;
/** Steps that people count distances in, in their unit. */
const TICKS = [1, 2, 5, 10, 20, 50, 100];

interface PlanProfileProps {
  readonly track: RunTrack;
  readonly stretches: PlanForecastAnswer['forecast']['stretches'];
  readonly paint: Paint;
  readonly units: Units;
  /** Metres from the start that are pointed at; null for none. */
  readonly hereM: number | null;
  readonly onPoint: (metres: number | null) => void;
}

/** Height of the picture, and where an altitude stands in it. */
function scaleOf(steps: readonly ProfileStep[]) {
  const known = steps.flatMap(({ altitudeM }) => altitudeM ?? []);
  if (known.length === 0) return { height: LEVEL, y: () => HERE_FROM };
  const lowest = Math.min(...known);
  const spanM = Math.max(LEAST_SPAN_M, Math.max(...known) - lowest);
  const room = HILLY - HEAD - FOOTING;
  const y = (altitudeM: number | null) => HILLY - FOOTING - (room * ((altitudeM ?? lowest) - lowest)) / spanM;
  return { height: HILLY, y };
}

function Extremes(props: { readonly steps: readonly ProfileStep[]; readonly units: Units; readonly place: Place }) {
  const known = props.steps.flatMap(({ altitudeM }) => altitudeM ?? []);
  if (known.length === 0) return null;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  // Of level ground at the bottom the middle: its label then stands clear of the slopes beside it.
  const low = props.steps.filter(({ altitudeM }) => altitudeM !== null && altitudeM < lowest + SAME_M);
  return [props.steps.find(({ altitudeM }) => altitudeM === highest), low[Math.floor(low.length / 2)]].map(
    (step) =>
      step && (
        <text
          key={step.atM}
          className="profile-label"
          x={Math.min(props.place.width - 26, Math.max(26, props.place.x(step.atM)))}
          y={props.place.y(step.altitudeM) - 7}
          textAnchor="middle"
        >
          {altitude(step.altitudeM, props.units)}
        </text>
      ),
  );
}

interface Place {
  readonly width: number;
  readonly x: (metres: number) => number;
  readonly y: (altitudeM: number | null) => number;
}

/** The ground of a route over its length, in the colours of the paint, its steep descents bracketed. The table below is its twin. */
export function PlanProfile({ track, stretches, paint, units, hereM, onPoint }: PlanProfileProps) {
  const id = useId();
  const [frame, width] = useWidth<HTMLDivElement>();
  const lengthM = track.distanceM.at(-1) ?? 0;
  const steps = profileSteps(track, paint.values, Math.floor(width / STEP_PX));
  const x = (metres: number) => (width * metres) / lengthM;
  const { height, y } = scaleOf(steps);
  const xs = steps.map(({ atM }, i) => (i === 0 ? 0 : i === steps.length - 1 ? width : x(atM)));
  const line = steps.map(({ altitudeM }, i) => `${xs[i]?.toFixed(1)} ${y(altitudeM).toFixed(1)}`).join('L');
  const unitM = metresPerUnit(units);
  const tick = unitM * (TICKS.find((step) => x(step * unitM) >= TICK_PX) ?? 100);
  const ticks = Array.from({ length: Math.floor(lengthM / tick) + 1 }, (_, i) => i * tick);
  const steep = stretches.filter(({ type }) => type === 'steep-descent');
  const longestM = Math.max(...steep.map(({ fromM, toM }) => toM - fromM));
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    onPoint(Math.max(0, Math.min(lengthM, ((event.clientX - left) / width) * lengthM)));
  };
  return (
    <div ref={frame} className="profile">
      {width > 0 && (
        <svg
          width={width}
          height={height + FOOT}
          role="img"
          aria-label={text.label}
          onPointerMove={point}
          onPointerLeave={() => onPoint(null)}
        >
          <defs>
            <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2={width} y1="0" y2="0">
              {steps.map(({ atM, painted }) => (
                <stop key={atM} offset={atM / lengthM} stopColor={paint.colour(painted)} />
              ))}
            </linearGradient>
          </defs>
          <path d={`M${line}L${width} ${height}L0 ${height}Z`} fill={`url(#${id})`} />
          <path d={`M${line}`} className="profile-line" />
          <Extremes steps={steps} units={units} place={{ width, x, y }} />
          {steep.map(({ fromM, toM, gradePct }) => {
            const wide = x(toM) - x(fromM);
            const middle = Math.max(LABEL_PX / 2, Math.min(width - LABEL_PX / 2, x(fromM) + wide / 2));
            return (
              <g key={fromM}>
                <path className="profile-bracket" d={`M${x(fromM)} 20v-5h${Math.max(2, wide)}v5`} />
                {/* A phone has no room for every label; the longest descent is named all the same. */}
                {(wide >= LABEL_PX || toM - fromM === longestM) && (
                  <text className="profile-label" x={middle} y="11" textAnchor="middle">
                    {text.bracket(grade(gradePct), distance(toM - fromM, units))}
                  </text>
                )}
              </g>
            );
          })}
          {hereM !== null && <line className="profile-here" x1={x(hereM)} x2={x(hereM)} y1={HERE_FROM} y2={height} />}
          {ticks.map((metres) => (
            <text
              key={metres}
              className="profile-tick"
              x={x(metres)}
              y={height + FOOT - 6}
              textAnchor={metres === 0 ? 'start' : x(metres) > width - 20 ? 'end' : 'middle'}
            >
              {metres === 0 ? `0 ${units}` : Math.round(metres / unitM)}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
