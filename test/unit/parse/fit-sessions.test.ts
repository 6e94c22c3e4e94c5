import { describe, expect, it } from 'vitest';
import { concat } from '../../../fixtures/broken/fixture.ts';
import { field } from '../../../fixtures/write/fit-field.ts';
import { parse, parseAll } from '../../../src/parse/parse.ts';
import { parseAllOrThrow, parseOrThrow } from '../../support/fixtures.ts';
import { SmallFit, SPORT, START_MS, TIMER } from '../../support/small-fit.ts';

const running = (fit: SmallFit, toS = 100): Uint8Array => fit.session(0, toS, SPORT.running).bytes();
const codes = (bytes: Uint8Array): string[] => parseOrThrow(bytes).warnings.map(({ code }) => code);

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
