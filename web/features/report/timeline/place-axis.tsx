import { memo } from 'react';
import { metresPerUnit, time, type Units } from '../../../lib/format.ts';
import type { Axis, Domain } from './axis.ts';
import { roundSeconds, roundStep, type Scale, ticks } from './scale.ts';

/** Room that one label needs, px. */
const LABEL_ROOM = 64;
const AXIS_HEIGHT = 22;

interface Tick {
  readonly place: number;
  readonly label: string;
}

function distanceTicks(domain: Domain, most: number, units: Units): Tick[] {
  const perUnit = metresPerUnit(units);
  const [from, to] = [domain.from / perUnit, domain.to / perUnit];
  const step = roundStep(to - from, most);
  const decimals = step < 0.1 ? 2 : step < 1 || step % 1 !== 0 ? 1 : 0;
  return ticks(from, to, step).map((value) => ({
    place: value * perUnit,
    label: `${value.toFixed(decimals)} ${units}`,
  }));
}

const timeTicks = ({ from, to }: Domain, most: number): Tick[] =>
  ticks(from, to, roundSeconds(to - from, most)).map((place) => ({ place, label: time(place) }));

/** Kilometres, miles or time since the start under the ribbon. */
export const PlaceAxis = memo(function PlaceAxis(props: {
  readonly axis: Axis;
  readonly domain: Domain;
  readonly x: Scale;
  readonly width: number;
  readonly units: Units;
}) {
  const most = props.width / LABEL_ROOM;
  const shown =
    props.axis.kind === 'distance' ? distanceTicks(props.domain, most, props.units) : timeTicks(props.domain, most);
  return (
    <svg className="ribbon-svg" width={props.width} height={AXIS_HEIGHT} aria-hidden="true">
      {shown.map(({ place, label }) => {
        const at = props.x(place);
        const isAtEdge = at < 12 || at > props.width - 20;
        return (
          <g key={place}>
            <line className="axis-tick" x1={at} x2={at} y1="0" y2="4" />
            {!isAtEdge && (
              <text className="tick-label" x={at} y="17" textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});
