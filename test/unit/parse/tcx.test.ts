import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/parse/parse.ts';
import { parseAllOrThrow, parseOrThrow } from '../../support/fixtures.ts';
import { tcx, tcxActivity, tcxLap, timeOf, trackpoint, utf8 } from '../../support/small-xml.ts';

const read = (text: string) => parseOrThrow(utf8(text));
const track = (fromS: number, toS: number, inside = ''): string =>
  `<Track>${Array.from({ length: toS - fromS + 1 }, (_, i) => trackpoint(fromS + i, inside)).join('')}</Track>`;
const runCadence = (value: number): string =>
  `<Extensions><ns3:TPX><ns3:Speed>3.1</ns3:Speed><ns3:RunCadence>${value}</ns3:RunCadence></ns3:TPX></Extensions>`;

describe('points of a TCX file', () => {
  it('have position, altitude, distance, heart rate and speed', () => {
    const inside = `<Position><LatitudeDegrees>1.5</LatitudeDegrees><LongitudeDegrees>2.5</LongitudeDegrees></Position>
      <AltitudeMeters>-3.5</AltitudeMeters><HeartRateBpm><Value>141</Value></HeartRateBpm>${runCadence(84)}`;
    const { samples } = read(tcx(tcxActivity(tcxLap(0, track(0, 9, inside)))));
    expect(samples).toMatchObject({ length: 10 });
    expect(
      [
        samples.latDeg,
        samples.lonDeg,
        samples.altitudeM,
        samples.distanceM,
        samples.heartRateBpm,
        samples.speedMps,
      ].map((column) => column?.[9]),
    ).toEqual([1.5, 2.5, -3.5, 27, 141, 3.1]);
  });

  it('take RunCadence before Cadence, whichever comes first, and Cadence alone', () => {
    const cadence = (inside: string) =>
      read(tcx(tcxActivity(tcxLap(0, track(0, 1, inside))))).samples.cadencePerMin?.[0];
    expect(cadence(`<Cadence>20</Cadence>${runCadence(84)}`)).toBe(84);
    expect(cadence(`${runCadence(84)}<Cadence>20</Cadence>`)).toBe(84);
    expect(cadence('<Cadence>82</Cadence>')).toBe(82);
  });

  it('keep an altitude of exactly 0 as recorded', () => {
    const inside = '<AltitudeMeters>0</AltitudeMeters>';
    expect(read(tcx(tcxActivity(tcxLap(0, track(0, 1, inside))))).samples.altitudeM?.[0]).toBe(0);
  });
});

describe('laps of a TCX file', () => {
  const sums = '<TotalTimeSeconds>50</TotalTimeSeconds><DistanceMeters>150</DistanceMeters><Cadence>80</Cadence>';

  it('are no pause in themselves, but a further track in one lap is', () => {
    const laps = tcxLap(0, track(0, 20), sums) + tcxLap(21, track(21, 40) + track(100, 120), sums);
    expect(read(tcx(tcxActivity(laps))).pauses).toEqual([{ startS: 40, endS: 100 }]);
  });

  it('add up to the device’s totals, which say nothing of cadence because its unit is open', () => {
    const activity = read(tcx(tcxActivity(tcxLap(0, track(0, 50), sums) + tcxLap(51, track(51, 99), sums))));
    expect(activity.laps).toEqual([
      { startS: 0, elapsedTimeS: null, timerTimeS: 50, distanceM: 150 },
      { startS: 51, elapsedTimeS: null, timerTimeS: 50, distanceM: 150 },
    ]);
    expect(activity.deviceTotals).toMatchObject({ distanceM: 300, timerTimeS: 100, meanCadenceSpm: null });
  });

  it('of other sports count neither as laps nor in the totals', () => {
    const ride = tcxActivity(tcxLap(100, track(100, 150), sums), 'Biking');
    const activity = read(tcx(tcxActivity(tcxLap(0, track(0, 50), sums)) + ride));
    expect([activity.samples.length, activity.laps.length, activity.deviceTotals?.distanceM]).toEqual([51, 1, 150]);
  });
});

describe('a TCX file', () => {
  it('names its device', () => {
    const version = '<VersionMajor>3</VersionMajor><VersionMinor>20</VersionMinor>';
    const creator = `<Creator><Name>Forerunner 310XT</Name><Version>${version}</Version></Creator>`;
    expect(read(tcx(tcxActivity(tcxLap(0, track(0, 9)) + creator))).device).toEqual({
      manufacturer: null,
      product: 'Forerunner 310XT',
      firmware: '3.20',
    });
  });

  it('of another sport, or of a course, is refused with its name', () => {
    const refusal = (text: string) => parse(utf8(text));
    const ride = tcx(tcxActivity(tcxLap(0, track(0, 9)), 'Biking'));
    expect(refusal(ride)).toMatchObject({ ok: false, error: { code: 'not-a-run', sport: 'cycling' } });
    const course = `<TrainingCenterDatabase><Courses><Course>${track(0, 9)}</Course></Courses></TrainingCenterDatabase>`;
    expect(refusal(course)).toMatchObject({ ok: false, error: { code: 'not-a-run', sport: 'planned route' } });
  });

  it('has a pause in a gap between points where its laps say that time is missing, and none where they do not', () => {
    const points = `<Track>${[0, 1, 2, 3].map((s) => trackpoint(s)).join('')}${[63, 64, 65].map((s) => trackpoint(s)).join('')}</Track>`;
    const withTimer = (seconds: number) =>
      read(tcx(tcxActivity(tcxLap(0, points, `<TotalTimeSeconds>${seconds}</TotalTimeSeconds>`)))).pauses;
    expect(withTimer(5)).toEqual([{ startS: 3, endS: 63 }]);
    expect(withTimer(65)).toEqual([]);
    // Moving time, as Strava writes it: less than the timer, but not by a gap.
    expect(withTimer(40)).toEqual([]);
  });

  it('takes a pause that its tracks tell once', () => {
    const sums = '<TotalTimeSeconds>60</TotalTimeSeconds>';
    const laps = tcxLap(0, track(0, 40) + track(100, 120), sums);
    expect(read(tcx(tcxActivity(laps))).pauses).toEqual([{ startS: 40, endS: 100 }]);
  });

  it('gives each run of a triathlon, counting its own metres', () => {
    const legs = [tcxLap(0, track(0, 99)), tcxLap(100, track(100, 199)), tcxLap(200, track(200, 299))] as const;
    const text = tcx(tcxActivity(legs[0]) + tcxActivity(legs[1], 'Biking') + tcxActivity(legs[2]));
    const runs = parseAllOrThrow(utf8(text));
    expect(runs.map(({ samples, pauses }) => [samples.length, pauses.length])).toEqual(Array(2).fill([100, 0]));
    expect(runs.map(({ samples }) => samples.distanceM?.at(-1))).toEqual([99 * 3, 100 * 3]);
    expect(runs.map(({ startedAtMs }) => new Date(startedAtMs).toISOString())).toEqual([timeOf(0), timeOf(200)]);
    expect(runs.map(({ laps }) => laps.map(({ startS }) => startS))).toEqual([[0], [0]]);
  });
});
