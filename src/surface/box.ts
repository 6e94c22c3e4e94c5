/** Boxes over space, in the units that maps store: 1e-7 degrees. None goes over the edge of the world at 180 degrees. */

/** A box in 1e-7 degrees. */
export interface BoxE7 {
  readonly minLon: number;
  readonly minLat: number;
  readonly maxLon: number;
  readonly maxLat: number;
}

/** The box round all positions; null where there is none. Positions in degrees, NaN for none. */
export function boxOfPositions(at: { readonly latDeg: Float64Array; readonly lonDeg: Float64Array }): BoxE7 | null {
  let [minLon, minLat, maxLon, maxLat] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < at.latDeg.length; i++) {
    const [lat, lon] = [at.latDeg[i], at.lonDeg[i]] as [number, number];
    if (Number.isNaN(lat) || Number.isNaN(lon)) continue;
    minLon = Math.min(minLon, lon);
    maxLon = Math.max(maxLon, lon);
    minLat = Math.min(minLat, lat);
    maxLat = Math.max(maxLat, lat);
  }
  if (minLon > maxLon) return null;
  return { minLon: minLon * 1e7, minLat: minLat * 1e7, maxLon: maxLon * 1e7, maxLat: maxLat * 1e7 };
}

/** The box with room on every side, 1e-7 degrees. */
export const widened = (box: BoxE7, byE7: number): BoxE7 => ({
  minLon: box.minLon - byE7,
  minLat: box.minLat - byE7,
  maxLon: box.maxLon + byE7,
  maxLat: box.maxLat + byE7,
});

/** True when two boxes share a point. */
export const touches = (a: BoxE7, b: BoxE7): boolean =>
  a.minLon <= b.maxLon && a.maxLon >= b.minLon && a.minLat <= b.maxLat && a.maxLat >= b.minLat;
