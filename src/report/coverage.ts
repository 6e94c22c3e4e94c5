import { isMoving } from '../segment/cut.ts';
import type { Track } from '../track/track.ts';
import type { Report } from './schema.ts';

/** Per cent of moving time in which each channel has a value (cadence: above zero); 0 when nothing moved. */
export function coverage(track: Track): Report['coverage'] {
  let movingS = 0;
  const coveredS = { position: 0, altitude: 0, cadence: 0, heartRate: 0 };
  for (let i = 0; i < track.length; i++) {
    if (!isMoving(track, i)) continue;
    const seconds = track.durationS[i] as number;
    movingS += seconds;
    if (!Number.isNaN(track.latDeg[i] as number)) coveredS.position += seconds;
    if (!Number.isNaN(track.altitudeM[i] as number)) coveredS.altitude += seconds;
    if ((track.cadenceSpm[i] as number) > 0) coveredS.cadence += seconds;
    if (!Number.isNaN(track.heartRateBpm[i] as number)) coveredS.heartRate += seconds;
  }
  const share = (seconds: number): number => (movingS > 0 ? (100 * seconds) / movingS : 0);
  return {
    position: share(coveredS.position),
    altitude: share(coveredS.altitude),
    cadence: share(coveredS.cadence),
    heartRate: share(coveredS.heartRate),
  };
}
