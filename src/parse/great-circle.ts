/** Mean radius of the Earth, metres (IUGG). Good to 0.5 % anywhere, better than a watch's position. */
const EARTH_RADIUS_M = 6_371_009;
const RADIANS = Math.PI / 180;

/** Great-circle distance by the haversine formula, metres; NaN when a coordinate is missing. */
export function greatCircleM(lat1Deg: number, lon1Deg: number, lat2Deg: number, lon2Deg: number): number {
  const a =
    Math.sin(((lat2Deg - lat1Deg) * RADIANS) / 2) ** 2 +
    Math.cos(lat1Deg * RADIANS) * Math.cos(lat2Deg * RADIANS) * Math.sin(((lon2Deg - lon1Deg) * RADIANS) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
}
