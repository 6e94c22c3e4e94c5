import { describe, expect, it } from 'vitest';
import { field } from '../../../fixtures/write/fit-field.ts';
import { parseOrThrow } from '../../support/fixtures.ts';
import { SmallFit, SPORT, TIMER } from '../../support/small-fit.ts';

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
