import { describe, expect, it } from 'vitest';
import { concat } from '../../../fixtures/broken/fixture.ts';
import { field } from '../../../fixtures/write/fit-field.ts';
import { parse, parseAll } from '../../../src/parse/parse.ts';
import { parseAllOrThrow, parseOrThrow } from '../../support/fixtures.ts';
import { SmallFit, SPORT, START_MS, TIMER } from '../../support/small-fit.ts';

const running = (fit: SmallFit, toS = 100): Uint8Array => fit.session(0, toS, SPORT.running).bytes();
const numbers = (column: Float64Array | null): number[] => Array.from(column ?? []);
const codes = (bytes: Uint8Array): string[] => parseOrThrow(bytes).warnings.map(({ code }) => code);

describe('cadence of a FIT file', () => {
  it('is whole and fraction together, in strides', () => {
    const fit = new SmallFit().fileId().record(0, [field(4, 'uint8', 83), field(53, 'uint8', 0.5, 128)]);
    const activity = parseOrThrow(running(fit.record(1, [field(4, 'uint8', 84), field(53, 'uint8', 0, 128)])));
    expect(numbers(activity.samples.cadencePerMin)).toEqual([83.5, 84]);
    expect(activity.cadenceUnit).toBe('strides');
  });

  it('may stand in cadence256 alone', () => {
    const fit = new SmallFit().fileId().record(0, [field(52, 'uint16', 83.25, 256)]);
    expect(numbers(parseOrThrow(running(fit)).samples.cadencePerMin)).toEqual([83.25]);
  });

  it('keeps a foot at rest apart from a foot not measured', () => {
    const fit = new SmallFit()
      .fileId()
      .record(0, [field(4, 'uint8', 0)])
      .record(1, [field(4, 'uint8', null)]);
    expect(numbers(parseOrThrow(running(fit)).samples.cadencePerMin)).toEqual([0, Number.NaN]);
  });
});

describe('channels of a FIT file', () => {
  it('take enhanced speed and altitude before the short ones', () => {
    const fields = [
      field(2, 'uint16', 100, 5, 500),
      field(78, 'uint32', 123.4, 5, 500),
      field(6, 'uint16', 3, 1000),
      field(73, 'uint32', 3.123, 1000),
    ];
    const { samples } = parseOrThrow(running(new SmallFit().fileId().record(0, fields)));
    expect(samples.altitudeM?.[0]).toBeCloseTo(123.4, 6);
    expect(samples.speedMps?.[0]).toBeCloseTo(3.123, 6);
  });

  it('give running dynamics in the units of their names', () => {
    const fields = [
      field(39, 'uint16', 78.2, 10),
      field(41, 'uint16', 251, 10),
      field(83, 'uint16', 7.5, 100),
      field(84, 'uint16', 49.5, 100),
      field(85, 'uint16', 1141, 10),
    ];
    const { samples } = parseOrThrow(running(new SmallFit().fileId().record(0, fields)));
    expect(samples.verticalOscillationMm?.[0]).toBeCloseTo(78.2, 6);
    expect(samples.groundContactMs?.[0]).toBeCloseTo(251, 6);
    expect(samples.verticalRatioPct?.[0]).toBeCloseTo(7.5, 6);
    expect(samples.groundContactBalancePct?.[0]).toBeCloseTo(49.5, 6);
    expect(samples.stepLengthM?.[0]).toBeCloseTo(1.141, 6);
  });

  it('take 0 of a heart, a step or a contact for not measured, but keep an altitude of exactly 0', () => {
    const fields = [
      field(3, 'uint8', 0),
      field(41, 'uint16', 0),
      field(85, 'uint16', 0),
      field(2, 'uint16', 0, 5, 500),
    ];
    const { samples } = parseOrThrow(running(new SmallFit().fileId().record(0, fields)));
    expect([samples.heartRateBpm, samples.groundContactMs, samples.stepLengthM]).toEqual([null, null, null]);
    expect(numbers(samples.altitudeM)).toEqual([0]);
  });

  it('take speed and distance from a footpod that packs both into three bytes, of which one may be 255', () => {
    const packed = (...bytes: number[]) => ({ number: 8, size: 3, baseType: 13, value: Uint8Array.from(bytes) });
    const fit = new SmallFit().fileId().record(0, [packed(0xff, 0x00, 0x00)]);
    // 12 bits of m/s × 100, then 12 bits of m × 16 that start again at 0.
    fit
      .record(1, [packed(0x2c, 0x01, 0xff)])
      .record(2, [packed(0xff, 0xff, 0xff)])
      .record(3, [packed(0x2c, 0x01, 0x01)]);
    const { samples } = parseOrThrow(running(fit));
    expect(numbers(samples.speedMps)).toEqual([2.55, 3, Number.NaN, 3]);
    expect(numbers(samples.distanceM)).toEqual([0, 255, Number.NaN, 257]);
  });

  it('keep several records of one second, and a clock that goes back, as recorded', () => {
    const fit = new SmallFit().fileId().record(0).record(1).record(1).record(0).record(2);
    expect(numbers(parseOrThrow(running(fit)).samples.timeS)).toEqual([0, 1, 1, 0, 2]);
  });

  it('leave out a point whose clock slipped by years, with a warning', () => {
    const bytes = running(new SmallFit().fileId().run(0, 50).record(200_000_000).run(51, 60));
    expect(parseOrThrow(bytes).samples.length).toBe(61);
    expect(codes(bytes)).toEqual(['implausible-times']);
  });

  it('keep the earlier of only two points far apart', () => {
    const bytes = running(new SmallFit().fileId().record(0).record(200_000_000));
    expect(parseOrThrow(bytes).samples.length).toBe(1);
  });

  it('read a recording of half a day', () => {
    const fit = new SmallFit().fileId();
    for (let s = 0; s < 45_000; s += 1) fit.record(s, [field(3, 'uint8', 100 + (s % 50))]);
    const { samples } = parseOrThrow(running(fit, 45_000));
    expect(samples.length).toBe(45_000);
    expect(samples.timeS[44_999]).toBe(44_999);
    expect(samples.heartRateBpm?.[40_001]).toBe(101);
  });
});

describe('pauses and laps of a FIT file', () => {
  it('lie between a stop of the timer and the next start; the stop at the end is none', () => {
    const fit = new SmallFit().fileId().timer(0, TIMER.start).run(0, 20).timer(20, TIMER.stopAll);
    fit.timer(25, TIMER.stop).timer(50, TIMER.start).timer(51, TIMER.start).run(50, 80).timer(80, TIMER.stopAll);
    expect(parseOrThrow(running(fit)).pauses).toEqual([{ startS: 20, endS: 50 }]);
  });

  it('keep laps with the device’s own sums', () => {
    const fit = new SmallFit()
      .fileId()
      .run(0, 100)
      .lap(0, [field(9, 'uint32', 150, 100), field(8, 'uint32', 50, 1000)]);
    expect(parseOrThrow(running(fit.lap(50))).laps).toEqual([
      { startS: 0, elapsedTimeS: null, timerTimeS: 50, distanceM: 150 },
      { startS: 50, elapsedTimeS: null, timerTimeS: null, distanceM: null },
    ]);
  });
});

describe('sessions of a FIT file', () => {
  it('give totals with steps and cadence of both feet', () => {
    const fit = new SmallFit().fileId().run(0, 100);
    fit.session(0, 100, SPORT.running, [
      field(9, 'uint32', 300, 100),
      field(8, 'uint32', 100, 1000),
      field(10, 'uint32', 140),
      field(18, 'uint8', 83),
      field(92, 'uint8', 0.5, 128),
      field(22, 'uint16', 12),
      field(23, 'uint16', 15),
    ]);
    expect(parseOrThrow(fit.bytes()).deviceTotals).toEqual({
      distanceM: 300,
      elapsedTimeS: 100,
      timerTimeS: 100,
      movingTimeS: null,
      ascentM: 12,
      descentM: 15,
      meanCadenceSpm: 167,
      steps: 280,
    });
  });

  it('of several sports give each running one as a run of its own, with its own window, totals, laps and pauses', () => {
    const fit = new SmallFit().fileId().timer(0, TIMER.start).run(0, 99).run(100, 299);
    fit.run(300, 320).timer(320, TIMER.stop).timer(350, TIMER.start).run(350, 399);
    fit.lap(0).lap(100).lap(300).lap(360);
    const metres = (m: number) => [field(9, 'uint32', m, 100)];
    fit.session(0, 99, SPORT.running, metres(297)).session(100, 299, SPORT.cycling);
    const runs = parseAllOrThrow(fit.session(300, 399, SPORT.running, metres(207)).bytes());
    expect(runs.map(({ startedAtMs }) => (startedAtMs - START_MS) / 1000)).toEqual([0, 300]);
    expect(runs.map(({ samples }) => [samples.length, samples.timeS[0]])).toEqual([
      [100, 0],
      [71, 0],
    ]);
    expect(runs.map(({ deviceTotals }) => deviceTotals?.distanceM)).toEqual([297, 207]);
    expect(runs.map(({ laps }) => laps.map(({ startS }) => startS))).toEqual([[0], [0, 60]]);
    expect(runs.map(({ pauses }) => pauses)).toEqual([[], [{ startS: 20, endS: 50 }]]);
    const warned = runs.map(({ warnings }) => warnings.map(({ code, count }) => `${code} ${count}`));
    expect(warned).toEqual(Array(2).fill(['other-sports-left-out 1', 'one-of-several 2']));
  });

  it('of two runs whose counter goes on give each its own metres', () => {
    const fit = new SmallFit().fileId();
    for (let s = 0; s < 300; s += 1) fit.record(s, [field(5, 'uint32', s * 3, 100)]);
    fit.session(0, 99, SPORT.cycling).session(100, 199, SPORT.running).session(200, 299, SPORT.running);
    const runs = parseAllOrThrow(fit.bytes());
    expect(runs.map(({ samples }) => [samples.distanceM?.[0], samples.distanceM?.at(-1)])).toEqual([
      [3, 300],
      [3, 300],
    ]);
  });

  it('that count metres on through all sports give the metres of the run', () => {
    const fit = new SmallFit().fileId();
    for (let s = 0; s < 200; s += 1) fit.record(s, [field(5, 'uint32', s * 3, 100)]);
    fit.session(0, 99, SPORT.cycling).session(100, 199, SPORT.running);
    const { samples } = parseOrThrow(fit.bytes());
    expect([samples.length, samples.distanceM?.[0], samples.distanceM?.at(-1)]).toEqual([100, 3, 300]);
  });

  it('without any running are refused with their names, unless the runner says that it was a run', () => {
    const fit = new SmallFit().fileId().run(0, 200).session(0, 99, SPORT.swimming).session(100, 199, SPORT.cycling);
    const bytes = fit.bytes();
    const error = { code: 'not-a-run', sport: 'swimming, cycling', mayOverrule: true };
    expect(parse(bytes)).toMatchObject({ ok: false, error });
    const told = parseAll(bytes, { treatAsRun: true });
    expect(told.ok && told.value.map(({ sportBasis, samples }) => `${sportBasis} ${samples.length}`)).toEqual([
      'told 100',
      'told 100',
    ]);
  });

  it('of other sports stay left out where the file names a run, whatever the runner says', () => {
    const fit = new SmallFit().fileId().run(0, 200).session(0, 99, SPORT.cycling).session(100, 199, SPORT.running);
    const told = parseAll(fit.bytes(), { treatAsRun: true });
    expect(told.ok && told.value.map(({ sportBasis }) => sportBasis)).toEqual(['recorded']);
  });

  it('that name no sport are judged by speed', () => {
    const generic = new SmallFit().fileId().run(0, 200).session(0, 200, SPORT.generic).bytes();
    expect(parseOrThrow(generic)).toMatchObject({ sportBasis: 'assumed', warnings: [{ code: 'sport-assumed' }] });
  });

  it('may leave their sport to the sport message', () => {
    const told = new SmallFit().fileId().run(0, 99).session(0, 99, SPORT.generic);
    const bytes = told.message(12, [field(0, 'enum', SPORT.running), field(1, 'enum', 1)]).bytes();
    expect(parseOrThrow(bytes)).toMatchObject({ sportBasis: 'recorded', subSport: 'treadmill' });
  });

  it('may name the treadmill without the sport: the speed tells the sport, the treadmill stays', () => {
    const bytes = new SmallFit()
      .fileId()
      .run(0, 99)
      .session(0, 99, SPORT.generic, [field(6, 'enum', 1)])
      .bytes();
    expect(parseOrThrow(bytes)).toMatchObject({ sportBasis: 'assumed', subSport: 'treadmill' });
  });

  it('tell a virtual run: places and hills of the picture are left out, the way of the treadmill stays', () => {
    const place = [field(0, 'sint32', 1000), field(1, 'sint32', 2000), field(78, 'uint32', 300, 5, 500)];
    const bytes = new SmallFit()
      .fileId()
      .run(0, 99, place)
      .session(0, 99, SPORT.running, [field(6, 'enum', 58)])
      .bytes();
    const { samples, subSport } = parseOrThrow(bytes);
    expect(subSport).toBe('virtual_activity');
    expect([samples.latDeg, samples.lonDeg, samples.altitudeM]).toEqual([null, null, null]);
    expect(samples.distanceM?.[99]).toBe(297);
    expect(codes(bytes)).toEqual(['virtual-places']);
  });

  it('may be missing, as when the watch died: the sport message tells', () => {
    const died = new SmallFit()
      .fileId()
      .message(12, [field(0, 'enum', SPORT.cycling)])
      .run(0, 200)
      .bytes();
    expect(parse(died)).toMatchObject({ ok: false, error: { code: 'not-a-run', sport: 'cycling' } });
    const run = new SmallFit()
      .fileId()
      .message(12, [field(0, 'enum', SPORT.running)])
      .run(0, 200)
      .bytes();
    expect(parseOrThrow(run)).toMatchObject({ sportBasis: 'recorded', deviceTotals: null, startedAtMs: START_MS });
  });
});

describe('FIT files chained in one', () => {
  const first = running(new SmallFit().fileId().run(0, 100));
  const second = new SmallFit().fileId().run(200, 300).session(200, 300, SPORT.running).bytes();

  it('are a run each, in order of time', () => {
    for (const chained of [concat(first, second), concat(second, first)]) {
      const runs = parseAllOrThrow(chained);
      expect(runs.map(({ startedAtMs }) => (startedAtMs - START_MS) / 1000)).toEqual([0, 200]);
      expect(runs.map(({ samples }) => [samples.length, samples.distanceM?.at(-1)])).toEqual(Array(2).fill([101, 300]));
    }
  });

  it('are taken once where the same one stands twice', () => {
    expect(parseOrThrow(concat(first, first)).samples.length).toBe(101);
    expect(codes(concat(first, first))).toEqual(['repeated-part']);
  });

  it('may hold settings besides the run', () => {
    const settings = new SmallFit().fileId(2).bytes();
    expect(parseOrThrow(concat(first, settings)).samples.length).toBe(101);
    expect(parseOrThrow(concat(settings, first)).samples.length).toBe(101);
  });
});

describe('the device of a FIT file', () => {
  it('is named, with its firmware and its barometer', () => {
    const fit = new SmallFit().fileId().run(0, 10);
    fit.message(23, [field(0, 'uint8', 0), field(5, 'uint16', 12.3, 100), field(2, 'uint16', 1)]);
    fit.message(23, [field(0, 'uint8', 1), field(1, 'uint8', 4), field(25, 'enum', 5)]);
    const { device, hasBarometer } = parseOrThrow(running(fit));
    expect(device).toMatchObject({ manufacturer: 'garmin', firmware: '12.30' });
    expect(device?.product?.toLowerCase()).toContain('fenix');
    expect(hasBarometer).toBe(true);
  });

  it('leaves the barometer open where no message tells', () => {
    expect(parseOrThrow(running(new SmallFit().fileId().run(0, 10))).hasBarometer).toBeNull();
  });

  it('whose clock was never set gets a warning on the date', () => {
    const fit = new SmallFit().fileId();
    for (let s = 0; s < 20; s += 1) fit.message(20, [field(253, 'uint32', 17_000_000 + s), field(3, 'uint8', 140)]);
    const died = fit.message(12, [field(0, 'enum', SPORT.running)]).bytes();
    expect(codes(died)).toEqual(['date-doubtful']);
  });
});
