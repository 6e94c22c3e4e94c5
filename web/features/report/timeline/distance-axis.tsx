import { memo } from 'react';
import { metresPerUnit, type Units } from '../../../lib/format.ts';
import type { Domain } from './ribbon-model.ts';
import { roundStep, type Scale, ticks } from './scale.ts';

/** Room that one label needs, px. */
const LABEL_ROOM = 64;
const AXIS_HEIGHT = 22;

/** Kilometres or miles under the ribbon. */
export const DistanceAxis = memo(function DistanceAxis(props: {
  readonly domain: Domain;
  readonly x: Scale;
  readonly width: number;
  readonly units: Units;
}) {
  const perUnit = metresPerUnit(props.units);
  const [from, to] = [props.domain.fromM / perUnit, props.domain.toM / perUnit];
  const step = roundStep(to - from, props.width / LABEL_ROOM);
  const decimals = step < 0.1 ? 2 : step < 1 || step % 1 !== 0 ? 1 : 0;
  return (
    <svg className="ribbon-svg" width={props.width} height={AXIS_HEIGHT} aria-hidden="true">
      {ticks(from, to, step).map((value) => {
        const at = props.x(value * perUnit);
        const isAtEdge = at < 12 || at > props.width - 20;
        return (
          <g key={value}>
            <line className="axis-tick" x1={at} x2={at} y1="0" y2="4" />
            {!isAtEdge && (
              <text className="tick-label" x={at} y="17" textAnchor="middle">
                {value.toFixed(decimals)} {props.units}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});
