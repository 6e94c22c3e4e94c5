/** Routes out of every kind of file that drawing programs and watches write. */
import { describe, expect, it } from 'vitest';
import { SOUND } from '../../../fixtures/broken/fixture.ts';
import { hillyRoute } from '../../../fixtures/season/routes.ts';
import { lengthOf } from '../../../fixtures/simulate/plan.ts';
import { toDegrees } from '../../../fixtures/simulate/terrain.ts';
import { writeFit } from '../../../fixtures/write/fit.ts';
import { writeGpx } from '../../../fixtures/write/gpx.ts';
import {
  drawRoute,
  type RoutePlace,
  writeRouteFit,
  writeRouteGpx,
  writeRouteTcx,
} from '../../../fixtures/write/route.ts';
import { writeTcx } from '../../../fixtures/write/tcx.ts';
import { type PlannedRoute, readRoute } from '../../../src/parse/planned-route.ts';

const LEGS = hillyRoute(6000);
const PLACES = drawRoute(LEGS);
const utf8 = (text: string) => new TextEncoder().encode(text);

function routeOf(bytes: Uint8Array): PlannedRoute {
  const result = readRoute(bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const codeOf = (bytes: Uint8Array): string => {
  const result = readRoute(bytes);
  return result.ok ? 'ok' : result.error.code;
};

describe('reading a route', () => {
  it.each([
    ['a GPX track', writeRouteGpx(PLACES), 'Round the bay'],
    ['a GPX route', writeRouteGpx(PLACES, { kind: 'rte' }), 'Round the bay'],
    ['a TCX course', writeRouteTcx(PLACES), 'Round the bay'],
    ['a FIT course', writeRouteFit(PLACES), null],
  ])('finds way, altitude and name in %s', (_kind, bytes, name) => {
    const route = routeOf(bytes);
    // Places of a drawn route lie on chords of its curves, and FIT rounds to a centimetre.
    expect(Math.abs((route.distanceM.at(-1) ?? 0) / lengthOf(LEGS) - 1)).toBeLessThan(0.002);
    expect(route.latDeg).toHaveLength(PLACES.length);
    expect(route.altitudeM[40]).toBeCloseTo(PLACES[40]?.altitudeM ?? 0, 0);
    expect(route).toMatchObject({ name, linesInFile: 1 });
  });

  it.each([
    ['FIT', writeFit(SOUND)],
    ['GPX', writeGpx(SOUND)],
    ['TCX', writeTcx(SOUND)],
  ])('takes the way of a recorded run in %s', (_format, bytes) => {
    const lengthM = routeOf(bytes).distanceM.at(-1) ?? 0;
    expect(Math.abs(lengthM / 2000 - 1)).toBeLessThan(0.05);
  });

  it('takes the longest of several lines and says how many there are', () => {
    const short = '<trk><name>Short</name><trkseg><trkpt lat="1" lon="1"/><trkpt lat="1.002" lon="1"/></trkseg></trk>';
    const long = '<rte><name>Long</name><rtept lat="1" lon="1"/><rtept lat="1.02" lon="1"/></rte>';
    expect(routeOf(utf8(`<gpx>${short}${long}</gpx>`))).toMatchObject({ name: 'Long', linesInFile: 2 });
  });

  it('follows the places that Garmin puts between two route points, and keeps their altitudes apart', () => {
    const inside =
      '<extensions><gpxx:RoutePointExtension><gpxx:rpt lat="1" lon="1.01"/></gpxx:RoutePointExtension></extensions>';
    const bytes = utf8(
      `<gpx><rte><rtept lat="1" lon="1">${inside}<ele>50</ele></rtept><rtept lat="1.01" lon="1.01"><ele>80</ele></rtept></rte></gpx>`,
    );
    const route = routeOf(bytes);
    expect([...route.lonDeg]).toEqual([1, 1.01, 1.01]);
    expect([...route.altitudeM]).toEqual([50, Number.NaN, 80]);
  });

  it('leaves out places that are not on the globe and places told twice', () => {
    const places = [PLACES[0], PLACES[0], { ...(PLACES[0] as RoutePlace), latDeg: 95 }, PLACES[30]] as RoutePlace[];
    expect(routeOf(writeRouteGpx(places)).latDeg).toHaveLength(2);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty-file'],
    ['a shopping list', utf8('milk, bread, plasters'), 'unknown-format'],
    ['a drawing in KML', utf8('<?xml version="1.0"?><kml><Document/></kml>'), 'unknown-format'],
    ['a packed file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0), 'archive'],
    ['single places alone', writeRouteGpx(PLACES, { kind: 'wpt' }), 'only-waypoints'],
    ['an empty track', utf8('<gpx><trk><trkseg/></trk></gpx>'), 'no-route'],
    ['a run on a treadmill', writeFit({ ...SOUND, latDeg: null, lonDeg: null }), 'no-route'],
    ['a file cut before its first place', utf8('<?xml version="1.0"?><gpx><trk><trkseg>'), 'damaged-file'],
    ['a file of entities', utf8('<!DOCTYPE gpx [<!ENTITY a "b">]><gpx/>'), 'damaged-file'],
    ['a FIT header and nothing else', writeFit(SOUND).slice(0, 40), 'damaged-file'],
    [
      'a way that nobody runs in one go',
      writeRouteGpx([0, 400].map((km) => ({ ...toDegrees(km * 1000, 0), altitudeM: null }))),
      'too-long',
    ],
  ])('refuses %s with a code of its own', (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});
