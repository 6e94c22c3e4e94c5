import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/parse/parse.ts';
import { parseOrThrow } from '../../support/fixtures.ts';
import { gpx, gpxRun, trackPoint, trackPoints, utf8 } from '../../support/small-xml.ts';

const read = (text: string) => parseOrThrow(utf8(text));
const refusal = (text: string) => {
  const result = parse(utf8(text));
  if (result.ok) throw new Error('was read');
  return result.error;
};
const cadenceOf = (inside: string) => read(gpxRun(trackPoint(0, 0, inside))).samples.cadencePerMin?.[0];

describe('cadence and heart rate of a GPX file', () => {
  it.each([
    ['Garmin, version 1', '<gpxtpx:TrackPointExtension><gpxtpx:cad>83</gpxtpx:cad></gpxtpx:TrackPointExtension>'],
    ['Garmin Connect', '<ns3:TrackPointExtension><ns3:cad>83</ns3:cad></ns3:TrackPointExtension>'],
    ['Cluetrust', '<gpxdata:cadence>83</gpxdata:cadence>'],
    ['bare', '<cadence>83</cadence>'],
    ['bare and short', '<cad>83</cad>'],
    ['a default namespace', '<TrackPointExtension xmlns="x"><cad>83</cad></TrackPointExtension>'],
    ['several blocks', '<a:power>200</a:power></extensions><extensions><b:cad>83</b:cad>'],
  ])('is found as %s writes it', (_, inside) => {
    expect(cadenceOf(`<extensions>${inside}</extensions>`)).toBe(83);
  });

  it('keeps fractions, keeps 0 apart from missing, and leaves its unit open', () => {
    expect(cadenceOf('<extensions><cad>82.5</cad></extensions>')).toBe(82.5);
    expect(cadenceOf('<extensions><cad>0</cad></extensions>')).toBe(0);
    expect(cadenceOf('<extensions><cad/></extensions>')).toBeUndefined();
    expect(read(gpxRun(trackPoint(0, 0))).cadenceUnit).toBe('undecided');
  });

  it('leaves nothing of a point without a time to the next one', () => {
    const timeless = '<trkpt lat="0" lon="0"><ele>99</ele><extensions><cad>83</cad></extensions></trkpt>';
    const { samples } = read(gpxRun(trackPoint(0, 0, '<ele>5</ele>') + timeless + trackPoint(1, 3)));
    expect(Array.from(samples.altitudeM ?? [])).toEqual([5, Number.NaN]);
    expect(samples.cadencePerMin).toBeNull();
  });

  it('takes a heart rate of 0 for not measured', () => {
    const points = trackPoint(0, 0, '<extensions><hr>0</hr></extensions>') + trackPoint(1, 3, '<hr>140</hr>');
    expect(Array.from(read(gpxRun(points)).samples.heartRateBpm ?? [])).toEqual([Number.NaN, 140]);
  });
});

describe('sums that a program wrote into a GPX track', () => {
  const stats = (inside: string): string =>
    `<extensions><gpxtrkx:TrackStatsExtension>${inside}</gpxtrkx:TrackStatsExtension></extensions>`;
  const track = (told: string, fromS: number): string =>
    `<trk><type>running</type>${told}<trkseg>${trackPoints(fromS, fromS + 60)}</trkseg></trk>`;
  const told = stats(
    '<gpxtrkx:Distance>190.5</gpxtrkx:Distance><gpxtrkx:TimerTime>61</gpxtrkx:TimerTime><gpxtrkx:MovingTime>0</gpxtrkx:MovingTime><gpxtrkx:Ascent>12</gpxtrkx:Ascent>',
  );

  it('are the device’s own word; a sum of 0 is none', () => {
    expect(read(gpx(track(told, 0))).deviceTotals).toMatchObject({
      ...{ distanceM: 190.5, timerTimeS: 61, ascentM: 12 },
      ...{ movingTimeS: null, descentM: null, elapsedTimeS: null, meanCadenceSpm: null },
    });
  });

  it('are added over the tracks of one run, and left out where one track tells none', () => {
    expect(read(gpx(track(told, 0) + track(told, 600))).deviceTotals?.distanceM).toBe(381);
    expect(read(gpx(track(told, 0) + track('', 600))).deviceTotals).toBeNull();
    expect(read(gpx(track(stats('<gpxtrkx:Distance>0.0</gpxtrkx:Distance>'), 0))).deviceTotals).toBeNull();
  });
});

describe('points of a GPX file', () => {
  it('keep their segments: the time between is a pause', () => {
    const segments = `<trkseg>${trackPoints(0, 20)}</trkseg><trkseg/><trkseg>${trackPoints(60, 80)}</trkseg>`;
    expect(read(gpx(`<trk><type>running</type>${segments}</trk>`)).pauses).toEqual([{ startS: 20, endS: 60 }]);
  });

  it('are put in order of time where the newest segment or point stands first', () => {
    const segment = (fromS: number, toS: number) => `<trkseg>${trackPoints(fromS, toS)}</trkseg>`;
    const sorted = read(gpx(`<trk><type>running</type>${segment(60, 80)}${segment(0, 20)}</trk>`));
    expect([sorted.samples.timeS[0], sorted.samples.timeS.at(-1), sorted.samples.length]).toEqual([0, 80, 42]);
    expect(sorted.pauses).toEqual([{ startS: 20, endS: 60 }]);
    const turned = Array.from({ length: 30 }, (_, i) => trackPoint(29 - i, (29 - i) * 3)).join('');
    expect(Array.from(read(gpxRun(turned)).samples.timeS)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  it('keep their order where single ones have a wrong time', () => {
    const slipped = trackPoint(3, 60) + trackPoints(21, 40);
    expect(read(gpxRun(trackPoints(0, 20) + slipped)).samples.timeS[21]).toBe(3);
  });

  it('of several tracks are one run; tracks of other sports are left out', () => {
    const track = (type: string, points: string) => `<trk><type>${type}</type><trkseg>${points}</trkseg></trk>`;
    const ride = track('cycling', trackPoints(300, 399));
    const activity = read(gpx(track('running', trackPoints(0, 99)) + track('run', trackPoints(200, 299)) + ride));
    expect(activity.samples.length).toBe(200);
    expect(activity.pauses).toEqual([{ startS: 99, endS: 200 }]);
    expect(activity.warnings.map(({ code }) => code)).toEqual(['other-sports-left-out']);
  });

  it('without a time are left out, with a warning', () => {
    const activity = read(gpxRun(`${trackPoints(0, 9)}<trkpt lat="0" lon="0"><ele>3</ele></trkpt>`));
    expect(activity.samples.length).toBe(10);
    expect(activity.warnings).toMatchObject([{ code: 'points-without-time', count: 1 }]);
  });

  it('off the globe or without a number have no position, but stay', () => {
    const odd = '<trkpt lat="abc" lon="0"><time>2024-05-01T06:00:01Z</time></trkpt>';
    const far = '<trkpt lat="10" lon="999"><time>2024-05-01T06:00:02Z</time></trkpt>';
    const { samples } = read(gpxRun(trackPoint(0, 0) + odd + far));
    expect(Array.from(samples.latDeg ?? [])).toEqual([0, Number.NaN, Number.NaN]);
  });

  it('at 0° north and 0° east have no position: that is what programs write without a fix', () => {
    const noFix = '<trkpt lat="0.0" lon="0.0"><ele>0</ele><time>2024-05-01T06:00:01Z</time></trkpt>';
    const { samples } = read(gpxRun(trackPoint(0, 0) + noFix + trackPoint(2, 6)));
    expect(samples.latDeg?.[1]).toBeNaN();
    expect(samples.lonDeg?.[1]).toBeNaN();
  });

  it('with two distances under one name, as OpenTracks writes them, give the one since the start', () => {
    const both = (since: number, all: number) =>
      `<extensions><opentracks:distance>${since}</opentracks:distance><cluetrust:distance>${all}</cluetrust:distance></extensions>`;
    const points = trackPoint(0, 0, both(0, 0)) + trackPoint(1, 3, both(3, 3)) + trackPoint(2, 5, both(2, 5));
    expect(Array.from(read(gpxRun(points)).samples.distanceM ?? [])).toEqual([0, 3, 5]);
  });

  it('take the name of the app for the device', () => {
    expect(read(gpxRun(trackPoints(0, 9))).device).toEqual({ manufacturer: null, product: 'Some app', firmware: null });
  });
});

describe('the sport of a GPX file', () => {
  it.each([
    ['running', null],
    ['Run', null],
    ['9', null],
    ['trail_running', 'trail'],
    ['treadmill_running', 'treadmill'],
    ['street_running', 'street'],
    ['track_running', 'track'],
    ['Jogging', null],
    ['TrailRun', 'trail'],
  ])('%s is a run', (type, subSport) => {
    const activity = read(gpxRun(trackPoints(0, 9), `<type>${type}</type>`));
    expect(activity).toMatchObject({ sportBasis: 'recorded', subSport });
  });

  it.each([
    ['cycling', 'cycling'],
    ['1', 'cycling'],
    ['mountain_biking', 'cycling'],
    ['walking', 'walking'],
    ['hiking', 'hiking'],
    ['16', 'swimming'],
    ['open_water_swimming', 'swimming'],
  ])('%s is none', (type, sport) => {
    expect(refusal(gpxRun(trackPoints(0, 99), `<type>${type}</type>`))).toMatchObject({ code: 'not-a-run', sport });
  });

  it('that is not named is judged by the median speed', () => {
    expect(read(gpxRun(trackPoints(0, 99, 3), ''))).toMatchObject({
      sportBasis: 'assumed',
      warnings: [{ code: 'sport-assumed' }],
    });
    expect(refusal(gpxRun(trackPoints(0, 99, 1.2), ''))).toMatchObject({ code: 'not-a-run', sport: 'walking' });
    expect(refusal(gpxRun(trackPoints(0, 99, 8), ''))).toMatchObject({ code: 'not-a-run', sport: 'a ride' });
  });

  it('is told by the extension of Locus Map, where no type is', () => {
    const activity = (sport: string): string => `<extensions><locus:activity>${sport}</locus:activity></extensions>`;
    expect(read(gpxRun(trackPoints(0, 99), activity('running'))).sportBasis).toBe('recorded');
    expect(refusal(gpxRun(trackPoints(0, 99), activity('cycling')))).toMatchObject({ code: 'not-a-run' });
    expect(read(gpxRun(trackPoints(0, 99), `${activity('cycling')}<type>running</type>`)).sportBasis).toBe('recorded');
  });

  it('that is virtual keeps the places that alone tell its way, without their heights', () => {
    const { samples, subSport } = read(gpxRun(trackPoints(0, 9, 3, '<ele>300</ele>'), '<type>VirtualRun</type>'));
    expect(subSport).toBe('virtual_activity');
    expect(samples.latDeg?.length).toBe(10);
    expect(samples.altitudeM).toBeNull();
  });

  it('that is not named stays a walk at a walk’s speed and 100 steps a minute', () => {
    const points = trackPoints(0, 99, 1.2, '<extensions><cad>100</cad></extensions>');
    expect(refusal(gpxRun(points, ''))).toMatchObject({ code: 'not-a-run', sport: 'walking' });
  });

  it('that is not named is a run at a walk’s speed where the cadence is a run’s', () => {
    const points = trackPoints(0, 99, 1.5, '<extensions><cad>160</cad></extensions>');
    expect(read(gpxRun(points, '')).sportBasis).toBe('assumed');
  });

  it('is a plan where no point has a time', () => {
    const route = '<rte><rtept lat="0" lon="0"/><rtept lat="0.1" lon="0"/></rte>';
    const track = '<trk><trkseg><trkpt lat="0" lon="0"/></trkseg></trk>';
    for (const text of [gpx(route), gpx(track)]) {
      expect(refusal(text)).toMatchObject({ code: 'not-a-run', sport: 'planned route' });
    }
  });
});
