/** A flat sheet around a run, metres east and north of its middle. Good to 0.5 % over a degree, and alike for run and map. */
export interface Plane {
  readonly xOfLonE7: (lonE7: number) => number;
  readonly yOfLatE7: (latE7: number) => number;
  readonly lonE7OfX: (xM: number) => number;
  readonly latE7OfY: (yM: number) => number;
}

/** Metres of 1e-7 degrees along a meridian of the mean sphere (6 371 009 m, IUGG). */
const M_PER_E7 = (6_371_009 * Math.PI) / 180 / 1e7;

/** @returns The sheet around a place, degrees. */
export function planeAround(latDeg: number, lonDeg: number): Plane {
  const lonScale = M_PER_E7 * Math.cos((latDeg * Math.PI) / 180);
  const [lon0, lat0] = [lonDeg * 1e7, latDeg * 1e7];
  return {
    xOfLonE7: (lonE7) => (lonE7 - lon0) * lonScale,
    yOfLatE7: (latE7) => (latE7 - lat0) * M_PER_E7,
    lonE7OfX: (xM) => xM / lonScale + lon0,
    latE7OfY: (yM) => yM / M_PER_E7 + lat0,
  };
}
