/** What files really hold where the formats promise otherwise; each met in public recordings. */
import { describe, expect, it } from 'vitest';
import { data, definition, type RawDefinition, rawFitFile } from '../../../fixtures/write/raw-fit.ts';
import { parse, parseAll } from '../../../src/parse/parse.ts';
import { parseOrThrow } from '../../support/fixtures.ts';
import { gpx, gpxRun, tcx, tcxActivity, tcxLap, timeOf, trackPoints, utf8 } from '../../support/small-xml.ts';

const START_S = 1_083_000_000;
const [ENUM, UINT8, UINT16, UINT32] = [0x00, 0x02, 0x84, 0x86];

/** A FIT run of a few records with these fields beside their time. */
function fitWith(fields: RawDefinition['fields'], rows: readonly (readonly number[])[]): Uint8Array {
  const time = { number: 253, baseType: UINT32, bytes: 4 } as const;
  const sport: RawDefinition = { local: 1, global: 12, fields: [{ number: 0, baseType: ENUM, bytes: 1 }] };
  const record: RawDefinition = { local: 0, global: 20, fields: [time, ...fields] };
  const records = rows.flatMap((values, i) => data(record, [START_S + i, ...values]));
  return rawFitFile([definition(sport), data(sport, [1]), definition(record), records]);
}

describe('a FIT record', () => {
  it('may hold several altitudes in one field: the first counts', () => {
    const twice = (metres: number) => (metres + 500) * 5 * (1 + 2 ** 16);
    const bytes = fitWith([{ number: 2, baseType: UINT16, bytes: 4 }], [[twice(100)], [twice(101)]]);
    expect(Array.from(parseOrThrow(bytes).samples.altitudeM ?? [])).toEqual([100, 101]);
  });

  it('writes what it did not measure as the largest number: missing, never 255 or 6553.5', () => {
    const fields = [
      { number: 4, baseType: UINT8, bytes: 1 },
      { number: 53, baseType: UINT8, bytes: 1 },
      { number: 41, baseType: UINT16, bytes: 2 },
      { number: 85, baseType: UINT16, bytes: 2 },
      { number: 3, baseType: UINT8, bytes: 1 },
    ] as const;
    const nothing = [0xff, 0xff, 0xffff, 0xffff, 0xff];
    const { samples } = parseOrThrow(fitWith(fields, [nothing, [83, 64, 2510, 11_410, 140]]));
    const second = [samples.cadencePerMin, samples.groundContactMs, samples.stepLengthM, samples.heartRateBpm];
    expect(second.map((column) => column?.[0])).toEqual([NaN, NaN, NaN, NaN]);
    expect(second.map((column) => column?.[1])).toEqual([83.5, 251, 1.141, 140]);
  });

  it('may hold a fraction of cadence that was not measured beside a whole that was', () => {
    const fields = [
      { number: 4, baseType: UINT8, bytes: 1 },
      { number: 53, baseType: UINT8, bytes: 1 },
    ] as const;
    expect(parseOrThrow(fitWith(fields, [[83, 0xff]])).samples.cadencePerMin?.[0]).toBe(83);
  });
});

describe('a TCX file', () => {
  const point = (inside: string) =>
    `<Track><Trackpoint><Time>${timeOf(0)}</Time><Extensions>${inside}</Extensions></Trackpoint></Track>`;
  const cadenceOf = (inside: string) =>
    parseOrThrow(utf8(tcx(tcxActivity(tcxLap(0, point(inside)))))).samples.cadencePerMin?.[0];

  it.each([
    ['a prefix', '<ns3:TPX><ns3:RunCadence>84</ns3:RunCadence></ns3:TPX>'],
    [
      'a namespace of its own',
      '<TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><RunCadence>84</RunCadence></TPX>',
    ],
    ['a namespace with quotes in its name', `<TPX xmlns='"http://www.garmin.com"'><RunCadence>84</RunCadence></TPX>`],
    ['the same with entities', '<TPX xmlns="&quot;http://www.garmin.com&quot;"><RunCadence>84</RunCadence></TPX>'],
    ['a prefix that is bound nowhere', '<tpx:TPX><tpx:RunCadence>84</tpx:RunCadence></tpx:TPX>'],
  ])('tells cadence in an extension with %s', (_, inside) => {
    expect(cadenceOf(inside)).toBe(84);
  });
});

describe('a GPX file', () => {
  it('of a treadmill run is empty: the refusal says which format to take', () => {
    const result = parse(utf8(gpx('<trk><type>treadmill_running</type><trkseg/></trk>')));
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'no-samples', message: expect.stringContaining('FIT or TCX') },
    });
  });

  it('that is a ride by its speed is a run on the runner’s word', () => {
    const ride = utf8(gpxRun(trackPoints(0, 99, 8), ''));
    expect(parse(ride)).toMatchObject({ ok: false, error: { mayOverrule: true } });
    expect(parse(ride, { treatAsRun: true })).toMatchObject({ ok: true, value: { sportBasis: 'told' } });
  });

  it('that is a plan stays a plan, whatever the runner says', () => {
    const plan = utf8(gpx('<rte><rtept lat="0" lon="0"/></rte>'));
    const refused = parse(plan, { treatAsRun: true });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-a-run', sport: 'planned route' } });
    expect(refused.ok || 'mayOverrule' in refused.error).toBe(false);
  });

  it('that holds the runs of several days gives each; a rest of hours does not part a run', () => {
    const day = 86_400;
    const track = (fromS: number) =>
      `<trk><type>running</type><trkseg>${trackPoints(fromS, fromS + 60)}</trkseg></trk>`;
    const all = parseAll(utf8(gpx([0, 3 * 3600, day, 5 * day].map(track).join(''))));
    expect(all.ok && all.value.map(({ samples, pauses }) => [samples.length, pauses.length])).toEqual([
      [122, 1],
      [61, 0],
      [61, 0],
    ]);
  });

  it('that holds a ride between two runs gives two runs, however short the ride', () => {
    const track = (type: string, fromS: number) =>
      `<trk><type>${type}</type><trkseg>${trackPoints(fromS, fromS + 60)}</trkseg></trk>`;
    const runs = [track('running', 0), track('running', 300)];
    const parted = parseAll(utf8(gpx([...runs, track('cycling', 600), track('running', 900)].join(''))));
    expect(parted.ok && parted.value.map(({ samples }) => samples.length)).toEqual([122, 61]);
    expect(parted.ok && parted.value[0]?.warnings.map(({ code }) => code)).toEqual([
      'other-sports-left-out',
      'one-of-several',
    ]);
  });
});
