/** Files made to cost time or memory, as large as the reader lets them be. Each name says what is in it. */
import { FitEncoder } from 'fit-file-parser/encoder';
import { concat } from '../../fixtures/broken/fixture.ts';
import { MAX_FIT_BYTES, MAX_SAMPLES, MAX_XML_BYTES } from '../../src/parse/limits.ts';

const START_S = 1_083_000_000;
const HEADER_BYTES = 14;
const CRC_BYTES = 2;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A FIT file around messages, with a right checksum. */
function fitFile(...messages: readonly Uint8Array[]): Uint8Array {
  const body = concat(...messages);
  const file = new Uint8Array(HEADER_BYTES + body.length + CRC_BYTES);
  file.set([HEADER_BYTES, 0x20, 0, 0, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54]);
  new DataView(file.buffer).setUint32(4, body.length, true);
  file.set(body, HEADER_BYTES);
  const crc = FitEncoder.calculateCRC(file.subarray(0, -CRC_BYTES));
  file.set([crc & 0xff, crc >> 8], file.length - CRC_BYTES);
  return file;
}

/** The same bytes again and again up to a size. */
function filled(size: number, pattern: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(size - (size % pattern.length));
  for (let at = 0; at < bytes.length; at += pattern.length) bytes.set(pattern, at);
  return bytes;
}

const ROOM = MAX_FIT_BYTES - 100_000;
const TIME = [253, 4, 0x86];
const define = (
  local: number,
  global: number,
  fields: readonly (readonly number[])[],
  developer: readonly (readonly number[])[] = [],
) =>
  Uint8Array.from([
    0x40 | local | (developer.length > 0 ? 0x20 : 0),
    ...[0, 0, global, 0, fields.length, ...fields.flat()],
    ...(developer.length > 0 ? [developer.length, ...developer.flat()] : []),
  ]);

/** Messages of one layout, a second apart, each with its time in front and the rest filled. */
function timed(local: number, count: number, restBytes: number, fill = 1): Uint8Array {
  const size = 5 + restBytes;
  const bytes = new Uint8Array(count * size).fill(fill);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < count; i += 1) {
    bytes[i * size] = local;
    view.setUint32(i * size + 1, START_S + i, true);
  }
  return bytes;
}

const many = (count: number, of: (i: number) => number[]): number[][] => Array.from({ length: count }, (_, i) => of(i));
const sessionOf = (sport: number) =>
  concat(
    define(1, 18, [TIME, [2, 4, 0x86], [5, 1, 0], [7, 4, 0x86]]),
    Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0, sport, 0, 0, 0, 0]),
  );
/** Sessions of a second each. */
function sessions(count: number): Uint8Array {
  const bytes = timed(1, count, 9);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < count; i += 1) {
    view.setUint32(i * 14 + 5, START_S + i, true);
    view.setUint8(i * 14 + 9, 1);
    view.setUint32(i * 14 + 10, 1000, true);
  }
  return concat(define(1, 18, [TIME, [2, 4, 0x86], [5, 1, 0], [7, 4, 0x86]]), bytes);
}
const point = (i: number, lat = '0.5') =>
  `<trkpt lat="${lat}" lon="1"><time>${new Date(1.7e12 + i * 1000).toISOString()}</time></trkpt>`;
const xml = (open: string, close: string, part: (i: number) => string, most = Number.POSITIVE_INFINITY): Uint8Array => {
  const parts: Uint8Array[] = [utf8(open)];
  let size = open.length + close.length;
  for (let i = 0; ; i += 1000) {
    const chunk = utf8(Array.from({ length: 1000 }, (_, k) => part(i + k)).join(''));
    size += chunk.length;
    if (i >= most || size > MAX_XML_BYTES) return concat(...parts, utf8(close));
    parts.push(chunk);
  }
};
const RUN = '<gpx creator="x"><trk><type>running</type>';
const trackpoint = (i: number) =>
  `<Trackpoint><Time>${new Date(1.7e12 + i * 1000).toISOString()}</Time><DistanceMeters>${i * 3}</DistanceMeters></Trackpoint>`;

/** Points of the largest real run known to us. */
const GIANT_POINTS = 225_000;
/** A channel of a sound run: no two points next to each other have the same. */
const wave = (i: number, mean: number, swing: number, digits: number): string =>
  (mean + swing * Math.sin(i / 97) + ((i * 7919) % 101) / 10 ** (digits + 2)).toFixed(digits);
const isoOf = (i: number): string => new Date(1.7e12 + i * 1000).toISOString();
const placeOf = (i: number): readonly [lat: string, lon: string] => [
  (0.5 + i * 1.9e-5 + 1e-5 * Math.sin(i / 31)).toFixed(7),
  (1 + 3e-3 * Math.sin(i / 211)).toFixed(7),
];
/** A point of 12 elements, like what watches of Suunto write. */
const giantGpxPoint = (i: number): string => {
  const [lat, lon] = placeOf(i);
  return (
    `<trkpt lat="${lat}" lon="${lon}"><ele>${wave(i, 300, 90, 1)}</ele><time>${isoOf(i)}</time><extensions><x>` +
    `<hr>${wave(i, 150, 20, 0)}</hr><cad>${wave(i, 84, 5, 0)}</cad></x><temp>${wave(i, 15, 9, 1)}</temp>` +
    `<course>${wave(i, 180, 90, 1)}</course><speed>${wave(i, 2.9, 0.4, 2)}</speed><vs>${wave(i, 0, 0.4, 2)}</vs>` +
    `<p>${wave(i, 980, 9, 1)}</p></extensions></trkpt>`
  );
};
/** The same of TCX, as Garmin Connect writes it, 13 elements. */
const giantTcxPoint = (i: number): string => {
  const [lat, lon] = placeOf(i);
  return (
    `<Trackpoint><Time>${isoOf(i)}</Time><Position><LatitudeDegrees>${lat}</LatitudeDegrees>` +
    `<LongitudeDegrees>${lon}</LongitudeDegrees></Position><AltitudeMeters>${wave(i, 300, 90, 1)}</AltitudeMeters>` +
    `<DistanceMeters>${(i * 2.9).toFixed(1)}</DistanceMeters><HeartRateBpm><Value>${wave(i, 150, 20, 0)}</Value></HeartRateBpm>` +
    `<Extensions><TPX><Speed>${wave(i, 2.9, 0.4, 2)}</Speed><RunCadence>${wave(i, 84, 5, 0)}</RunCadence></TPX></Extensions></Trackpoint>`
  );
};

/** See the head of this file. */
export const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  'fit: definitions': () => fitFile(filled(ROOM, define(0, 20, [TIME]))),
  'fit: definitions of 255 fields': () =>
    fitFile(
      filled(
        ROOM,
        define(
          0,
          20,
          many(255, (i) => [i, 1, 2]),
        ),
      ),
    ),
  'fit: as many smallest records as may be': () =>
    fitFile(define(0, 20, [TIME]), timed(0, Math.min(MAX_SAMPLES, Math.floor(ROOM / 5)), 0), sessionOf(1)),
  'fit: records of 40 bytes': () =>
    fitFile(
      define(0, 20, [
        TIME,
        [0, 4, 0x85],
        [1, 4, 0x85],
        [5, 4, 0x86],
        [3, 1, 2],
        [4, 1, 2],
        [78, 4, 0x86],
        [73, 4, 0x86],
        [39, 2, 0x84],
        [41, 2, 0x84],
        [83, 2, 0x84],
        [84, 2, 0x84],
        [85, 2, 0x84],
      ]),
      timed(0, Math.min(MAX_SAMPLES, Math.floor(ROOM / 37)), 32, 3),
      sessionOf(1),
    ),
  'fit: records of 255 fields': () =>
    fitFile(
      define(0, 20, [TIME, ...many(254, (i) => [i % 250, 1, 2])]),
      timed(0, Math.floor(ROOM / 259), 254),
      sessionOf(1),
    ),
  'fit: 250 developer fields': () =>
    fitFile(
      define(2, 206, [
        [0, 1, 2],
        [1, 1, 2],
        [2, 1, 2],
        [3, 2, 7],
      ]),
      ...many(250, (i) => [2, 0, i, 2, 97, 0]).map((bytes) => Uint8Array.from(bytes)),
      define(
        0,
        20,
        [TIME],
        many(250, (i) => [i, 1, 0]),
      ),
      timed(0, Math.floor(ROOM / 255), 250),
      sessionOf(1),
    ),
  'fit: 200,000 sessions over as many points': () =>
    fitFile(define(0, 20, [TIME]), timed(0, 200_000, 0), sessions(199_000)),
  'fit: a million laps': () => fitFile(define(0, 19, [TIME, [2, 4, 0x86]]), timed(0, 1_000_000, 4)),
  'fit: 49,000 laps of 100 fields': () =>
    fitFile(
      define(0, 19, [TIME, ...many(99, (i) => [i, 1, 2])]),
      timed(0, 49_000, 99),
      define(0, 20, [TIME]),
      timed(0, 9, 0),
      sessionOf(1),
    ),
  'fit: 250,000 records with the packed field and 20 of apps': () =>
    fitFile(
      define(2, 206, [
        [0, 1, 2],
        [1, 1, 2],
        [2, 1, 2],
        [3, 2, 7],
      ]),
      ...many(20, (i) => [2, 0, i, 2, 97, 0]).map((bytes) => Uint8Array.from(bytes)),
      define(
        0,
        20,
        [TIME, [8, 3, 13]],
        many(20, (i) => [i, 1, 0]),
      ),
      timed(0, MAX_SAMPLES, 23),
      sessionOf(1),
    ),
  'fit: 190,000 events that stop and start': () =>
    fitFile(
      define(0, 20, [TIME]),
      timed(0, 190_000, 0),
      define(3, 21, [TIME, [0, 1, 0], [1, 1, 0]]),
      timed(3, 190_000, 2, 0),
      sessionOf(1),
    ),
  'fit: zeros': () => concat(fitFile().subarray(0, HEADER_BYTES), new Uint8Array(ROOM)),
  'fit: 0xff': () => concat(fitFile().subarray(0, HEADER_BYTES), new Uint8Array(ROOM).fill(0xff)),
  'fit: what may be definitions at each byte': () =>
    concat(fitFile().subarray(0, HEADER_BYTES), filled(ROOM, Uint8Array.of(0x40, 0, 0, 20, 0, 1, 253, 4))),
  'fit: damage behind every fifth record': () =>
    concat(
      fitFile().subarray(0, HEADER_BYTES),
      define(0, 20, [TIME]),
      filled(ROOM, concat(timed(0, 5, 0), Uint8Array.of(0x3f, 0x3f))),
    ),
  'fit: parts without end': () => filled(ROOM, fitFile(define(0, 20, [TIME]), timed(0, 4, 0))),
  'gpx: smallest points': () => xml(`${RUN}<trkseg>`, '</trkseg></trk></gpx>', (i) => point(i)),
  'gpx: a segment for each point': () => xml(RUN, '</trk></gpx>', (i) => `<trkseg>${point(i)}</trkseg>`),
  'gpx: a track for each point, hours apart': () =>
    xml(
      '<gpx>',
      '</gpx>',
      (i) => `<trk><type>run</type><trkseg>${point(i * 30_000)}${point(i * 30_000 + 9)}</trkseg></trk>`,
    ),
  'gpx: points without time': () => xml(`${RUN}<trkseg>`, '</trkseg></trk></gpx>', () => '<trkpt lat="1" lon="2"/>'),
  'gpx: as many elements in each point as may be': () =>
    xml(
      `${RUN}<trkseg>`,
      '</trkseg></trk></gpx>',
      (i) => `${point(i).slice(0, -'</trkpt>'.length)}${'<a/>'.repeat(14)}</trkpt>`,
    ),
  'gpx: a sound run of 225,000 points': () =>
    xml(`${RUN}<trkseg>`, '</trkseg></trk></gpx>', giantGpxPoint, GIANT_POINTS),
  'gpx: empty elements': () => xml('<gpx>', '</gpx>', () => '<a/>'),
  'gpx: attributes': () => xml('<gpx ', '/>', (i) => `a${i}="${i}" `),
  'gpx: one attribute again and again': () => xml('<gpx ', '/>', () => 'a="" '),
  'gpx: broken tags': () => xml('<gpx>', '</gpx>', () => '</b><'),
  'gpx: entities': () => xml('<gpx><name>', '</name></gpx>', () => '&amp;&x;&#65;'),
  'gpx: character data in pieces': () => xml('<gpx><name>', '</name></gpx>', () => 'a<![CDATA[b]]>'),
  'gpx: comments': () => xml('<gpx>', '</gpx>', () => '<!---->'),
  'gpx: ampersands': () => xml('<gpx><name>', '</name></gpx>', () => '&&'),
  'tcx: an activity for each point': () =>
    xml(
      '<TrainingCenterDatabase>',
      '</TrainingCenterDatabase>',
      (i) => `<Activity Sport="Running"><Lap><Track>${trackpoint(i)}</Track></Lap></Activity>`,
    ),
  'tcx: a sound run of as many points as may be': () =>
    xml(
      '<TrainingCenterDatabase><Activity Sport="Running"><Lap StartTime="2023-11-14T22:13:20Z"><Track>',
      '</Track></Lap></Activity></TrainingCenterDatabase>',
      giantTcxPoint,
      GIANT_POINTS,
    ),
  'tcx: laps': () =>
    xml(
      '<TrainingCenterDatabase><Activity Sport="Running">',
      '</Activity></TrainingCenterDatabase>',
      (i) => `<Lap StartTime="2024-05-01T06:00:00Z"><Track>${i % 50 ? '' : trackpoint(i)}</Track></Lap>`,
    ),
};
