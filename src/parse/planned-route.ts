import { err, ok, type Result } from '../result.ts';
import { detect } from './detect.ts';
import { frameFit } from './fit-framing.ts';
import { FitParts } from './fit-parts.ts';
import { foreignBytes, foreignXml, isWebPage } from './foreign-file.ts';
import { greatCircleM } from './great-circle.ts';
import { MAX_FIT_BYTES, MAX_SAMPLES, MAX_XML_BYTES, MAX_XML_ELEMENTS } from './limits.ts';
import { GpxRouteReader, type RouteLine, TcxRouteReader } from './route-readers.ts';
import { Warnings } from './warnings.ts';
import { readXml } from './xml-events.ts';

/** A way that somebody means to run: places in order, whether or not anybody has run it yet. No time, no sport. */
export interface PlannedRoute {
  /** What the file calls it; null where it gives no name. */
  readonly name: string | null;
  /** Degrees, WGS 84; never NaN; at least two places, no two in a row the same. */
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
  /** Metres above sea level as the file has it; NaN where it tells none. */
  readonly altitudeM: Float64Array;
  /** Metres along the way from the first place. */
  readonly distanceM: Float64Array;
  /** Lines that the file holds; the longest is taken. */
  readonly linesInFile: number;
}

/**
 * Why a file gives no route. A closed set: each code has a sentence that says what to do.
 *
 * - `empty-file`, `unknown-format`, `archive`, `damaged-file`, `too-large`: as when reading a run.
 * - `only-waypoints`: single places without a line between them.
 * - `no-route`: a sound file without two places, such as a run on a treadmill.
 * - `too-long`: further than anybody runs at once.
 */
export type RouteErrorCode =
  | 'empty-file'
  | 'unknown-format'
  | 'archive'
  | 'damaged-file'
  | 'too-large'
  | 'only-waypoints'
  | 'no-route'
  | 'too-long';

/** A refusal as data, with one or two plain sentences. */
export interface RouteError {
  readonly code: RouteErrorCode;
  readonly message: string;
}

/** Longest route that is taken, metres. Assumption: the longest races in one go have some 250 km. */
export const LONGEST_ROUTE_M = 300_000;
/** A shorter line is no route to run, metres. Assumption. */
const SHORTEST_ROUTE_M = 100;

const refuse = (code: RouteErrorCode, message: string): Result<never, RouteError> => err({ code, message });

const TOO_LARGE = 'The file is larger than any route. Export the single route again.';
const WAYPOINTS =
  'The file holds single places (waypoints) and no line between them. Draw or record the route as a track or route and export it as GPX.';
const NO_ROUTE =
  'The file holds no line on the map: a run on a treadmill has none. Export the route as GPX from the program it was drawn in.';

/**
 * Reads the way out of a file: GPX track or route, TCX course, FIT course, or a recorded run of these formats, whose times are
 * not looked at. Told by content, never by name.
 * @param bytes the file as it is; unpacked
 * @returns the longest line of the file, or a refusal as data. Never throws for any bytes
 */
export function readRoute(bytes: Uint8Array): Result<PlannedRoute, RouteError> {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty. Export the route again.');
  switch (detect(bytes)) {
    case 'fit':
      return bytes.length > MAX_FIT_BYTES ? refuse('too-large', TOO_LARGE) : readFit(bytes);
    case 'xml':
      if (bytes.length > MAX_XML_BYTES) return refuse('too-large', TOO_LARGE);
      return isWebPage(bytes) ? refuse('unknown-format', foreignXml('html')) : readXmlRoute(bytes);
    case 'zip':
    case 'gzip':
      return refuse('archive', 'This is a packed file (ZIP or gzip). Unpack it and take the GPX file inside.');
    case 'other':
      return refuse('unknown-format', foreignBytes(bytes));
  }
}

function readXmlRoute(bytes: Uint8Array): Result<PlannedRoute, RouteError> {
  const found: { reader: GpxRouteReader | TcxRouteReader | null; root: string } = { reader: null, root: '' };
  const end = readXml(
    bytes,
    (root) => {
      found.root = root;
      if (root.toLowerCase() === 'gpx') found.reader = new GpxRouteReader();
      else if (root === 'TrainingCenterDatabase') found.reader = new TcxRouteReader();
      return found.reader;
    },
    (elements) => (found.reader?.places ?? 0) > MAX_SAMPLES || elements > MAX_XML_ELEMENTS,
    new Warnings(),
  );
  const { reader, root } = found;
  if (end === 'too-many' || end === 'too-deep') return refuse('too-large', TOO_LARGE);
  if (end === 'entities')
    return refuse('damaged-file', 'The file defines XML entities, which no route needs. Export it again.');
  if (!reader && root !== '') return refuse('unknown-format', foreignXml(root));
  const route = longest(reader?.lines ?? []);
  if (route) return checked(route);
  if (!reader || end === 'cut' || end === 'damaged')
    return refuse('damaged-file', 'No place could be read from this file. Export the route again.');
  return reader.waypoints > 0 ? refuse('only-waypoints', WAYPOINTS) : refuse('no-route', NO_ROUTE);
}

/** All places of a FIT file, a course or a recording. */
function readFit(bytes: Uint8Array): Result<PlannedRoute, RouteError> {
  const warnings = new Warnings();
  const framed = frameFit(bytes, warnings);
  if (!framed.ok) {
    const isLarge = framed.error.code === 'too-large';
    return refuse(isLarge ? 'too-large' : 'damaged-file', framed.error.message);
  }
  const parts = new FitParts(bytes, warnings);
  for (const part of framed.value) parts.add(part);
  if (!parts.readAny)
    return refuse('damaged-file', 'This FIT file is damaged: no place could be read. Export it again.');
  const line: RouteLine = { name: null, latDeg: [], lonDeg: [], altitudeM: [] };
  for (let row = 0; row < parts.table.length; row++) {
    line.latDeg.push(parts.table.at('latDeg', row));
    line.lonDeg.push(parts.table.at('lonDeg', row));
    line.altitudeM.push(parts.table.at('altitudeM', row));
  }
  const route = longest([line]);
  return route ? checked(route) : refuse('no-route', NO_ROUTE);
}

function checked(route: PlannedRoute): Result<PlannedRoute, RouteError> {
  const metres = route.distanceM.at(-1) ?? 0;
  if (metres <= LONGEST_ROUTE_M) return ok(route);
  return refuse(
    'too-long',
    `The route is ${Math.round(metres / 1000)} km long; up to ${LONGEST_ROUTE_M / 1000} km are taken. Cut it into the parts that you run in one go.`,
  );
}

/** The longest of the lines as a route; null where none leads anywhere. */
function longest(lines: readonly RouteLine[]): PlannedRoute | null {
  const routes = lines
    .map((line) => layOut(line))
    .filter(({ distanceM }) => (distanceM.at(-1) ?? 0) >= SHORTEST_ROUTE_M)
    .sort((a, b) => (b.distanceM.at(-1) ?? 0) - (a.distanceM.at(-1) ?? 0));
  const [first] = routes;
  return first ? { ...first, linesInFile: routes.length } : null;
}

const isOnGlobe = (latDeg: number, lonDeg: number): boolean => Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;

/** The places of a line that are on the globe, each once, with the way to them. */
function layOut(line: RouteLine): Omit<PlannedRoute, 'linesInFile'> {
  const kept: number[] = [];
  const distanceM: number[] = [];
  for (let i = 0; i < line.latDeg.length; i++) {
    const [lat, lon] = [line.latDeg[i] as number, line.lonDeg[i] as number];
    if (!isOnGlobe(lat, lon)) continue;
    const last = kept.at(-1);
    const stepM =
      last === undefined ? 0 : greatCircleM(line.latDeg[last] as number, line.lonDeg[last] as number, lat, lon);
    if (last !== undefined && stepM === 0) continue;
    kept.push(i);
    distanceM.push((distanceM.at(-1) ?? 0) + stepM);
  }
  const pick = (column: readonly number[]) =>
    Float64Array.from(kept, (i) => (Number.isFinite(column[i]) ? (column[i] as number) : Number.NaN));
  return {
    name: line.name,
    latDeg: pick(line.latDeg),
    lonDeg: pick(line.lonDeg),
    altitudeM: pick(line.altitudeM),
    distanceM: Float64Array.from(distanceM),
  };
}
