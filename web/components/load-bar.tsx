import type { Range } from '#core';
import { loadColour } from '../lib/load-ramp.ts';
import { usePreferences } from '../lib/preferences.tsx';
import './load-bar.css';

const METRES_PER_KM = 1000;

/**
 * Knee load as a bar up to the middle estimate with its range as a soft band, over the distance as a thin grey bar. Drawn only:
 * the same numbers must stand beside it as text.
 *
 * @param scaleKm - what the full width stands for; the same for all bars that are compared
 */
export function LoadBar(props: { readonly load: Range; readonly distanceM: number; readonly scaleKm: number }) {
  const { scheme } = usePreferences();
  const distanceKm = props.distanceM / METRES_PER_KM;
  const colour = loadColour(distanceKm > 0 ? props.load.mid / distanceKm : null, scheme);
  const at = (km: number) => `${Math.min(100, (100 * km) / props.scaleKm)}%`;
  return (
    <span className="load-bar" aria-hidden="true">
      <span className="load-bar-distance" style={{ width: at(distanceKm) }} />
      <span className="load-bar-mid" style={{ width: at(props.load.mid), background: colour }} />
      <span
        className="load-bar-range"
        style={{ left: at(props.load.low), width: at(props.load.high - props.load.low), background: colour }}
      />
    </span>
  );
}
