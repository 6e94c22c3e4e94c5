import type { Activity } from '../parse/activity.ts';
import type { AltitudeSource } from './track.ts';

/**
 * Who measured the altitude. Only what is certain is named: a device known to have a barometer, or known to have none
 * (then GPS). A file that does not tell gives `unknown`, which takes a window between the two.
 */
export function altitudeSource(activity: Activity, soundM: Float64Array): AltitudeSource {
  if (activity.hasBarometer === true) return 'barometric';
  if (activity.hasBarometer === false) return 'gps';
  return isRough(soundM) ? 'gps' : 'unknown';
}

/** Barometers write steps of decimetres from second to second; satellite altitude leaps. Metres, assumption. */
const ROUGH_STEP_M = 1.5;

/** Share of steps that must leap before an unnamed source is called rough. Assumption. */
const ROUGH_SHARE = 0.1;

function isRough(soundM: Float64Array): boolean {
  let steps = 0;
  let leaps = 0;
  for (let i = 1; i < soundM.length; i++) {
    const step = Math.abs((soundM[i] as number) - (soundM[i - 1] as number));
    if (Number.isNaN(step)) continue;
    steps++;
    if (step >= ROUGH_STEP_M) leaps++;
  }
  return steps > 0 && leaps / steps > ROUGH_SHARE;
}
