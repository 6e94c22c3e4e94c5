/** Small GPX and TCX texts for single facts. */

/** Bytes of a text as UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Time of a second of the small files. */
export const timeOf = (second: number): string => new Date(Date.UTC(2024, 4, 1, 6, 0, second)).toISOString();

/** Degrees of latitude in a metre. */
const DEGREES_PER_METRE = 1 / 111_195;

/** A point on the meridian of 11° east, `metres` north of the equator. */
export const trackPoint = (second: number, metres: number, inside = ''): string =>
  `<trkpt lat="${(metres * DEGREES_PER_METRE).toFixed(8)}" lon="11"><time>${timeOf(second)}</time>${inside}</trkpt>`;

/** Points one a second over `[fromS, toS]` at a speed, m/s. */
export const trackPoints = (fromS: number, toS: number, speedMps = 3, inside = ''): string =>
  Array.from({ length: toS - fromS + 1 }, (_, i) => trackPoint(fromS + i, (fromS + i) * speedMps, inside)).join('');

/** A GPX text around the tracks. */
export const gpx = (tracks: string, attributes = 'creator="Some app"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" ${attributes}>${tracks}</gpx>`;

/** A GPX text of one running track of one segment. */
export const gpxRun = (points: string, type = '<type>running</type>'): string =>
  gpx(`<trk>${type}<trkseg>${points}</trkseg></trk>`);

/** A point of TCX; `inside` stands behind its time. */
export const trackpoint = (second: number, inside = ''): string =>
  `<Trackpoint><Time>${timeOf(second)}</Time><DistanceMeters>${second * 3}</DistanceMeters>${inside}</Trackpoint>`;

/** A TCX text around activities. */
export const tcx = (activities: string): string =>
  `<?xml version="1.0"?><TrainingCenterDatabase><Activities>${activities}</Activities></TrainingCenterDatabase>`;

/** An activity of TCX around its laps. */
export const tcxActivity = (laps: string, sport = 'Running'): string =>
  `<Activity Sport="${sport}"><Id>${timeOf(0)}</Id>${laps}</Activity>`;

/** A lap of TCX around its tracks. */
export const tcxLap = (second: number, tracks: string, sums = ''): string =>
  `<Lap StartTime="${timeOf(second)}">${sums}${tracks}</Lap>`;
