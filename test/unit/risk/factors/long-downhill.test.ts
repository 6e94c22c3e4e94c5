import { describe, expect, it } from 'vitest';
import { thresholdValues } from '../../../../src/risk/define.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { longDownhill } from '../../../../src/risk/factors/long-downhill.ts';
import { wordsIn } from '../../../../src/words.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

const words = wordsIn('km');
const run = (options: RunOptions) => judge(longDownhill, riskInput(options));
const down = (minutes: number, gradePct: number, flatMinutes = 0) => [{ minutes: flatMinutes }, { minutes, gradePct }];

/** What the factor says of a share of load, apart from any track and model. */
const ofShare = (sharePct: number, extra: RunOptions = {}) => {
  const { facts, painLog, profile, history } = riskInput(extra);
  const grade = { gradePct: new Float64Array(), segments: [], descentM: 300 };
  const descentLoad = { asRunKm: 10, levelledKm: 10 - sharePct / 10 };
  return longDownhill.evaluate(
    { facts, painLog, profile, earlierRuns: history, grade, descentLoad, words },
    thresholdValues(longDownhill.thresholds),
  );
};

describe('long-downhill', () => {
  it.each([
    { share: 0, severity: 'none' },
    { share: 9.9, severity: 'none' },
    { share: 10, severity: 'info' },
    { share: 19.9, severity: 'info' },
    { share: 20, severity: 'moderate' },
    { share: 60, severity: 'moderate' },
  ])('calls $share % of the load from going down $severity', ({ share, severity }) => {
    expect(ofShare(share)).toMatchObject({ status: 'scored', severity });
  });

  it.each([
    { name: 'knee pain within 14 days', extra: { painLog: [painEntry({ date: '2026-05-01', nextMorning: 2 })] } },
    { name: 'an injury within the year', extra: { profile: { lastKneeInjury: '2025-11-01' } } },
  ])('is high from 20 % with $name, and not below', ({ extra }) => {
    expect(ofShare(20, extra)).toMatchObject({ severity: 'high' });
    expect(ofShare(19.9, extra)).toMatchObject({ severity: 'info' });
  });

  it('does not count pain of three weeks ago', () => {
    expect(ofShare(25, { painLog: [painEntry({ date: '2026-04-22', during: 4 })] })).toMatchObject({
      severity: 'moderate',
    });
  });

  describe('against the descent of the month before', () => {
    /** Four runs, the hilliest with 100 m down. */
    const month = [2, 8, 14, 20].map((days) => pastRun(days, { descentM: days === 8 ? 100 : 40 }));
    const descending = (descentM: number, history = month, levelledKm = 9.5) => {
      const { facts, painLog, profile } = riskInput();
      const grade = { gradePct: new Float64Array(), segments: [], descentM };
      const inputs = {
        facts,
        painLog,
        profile,
        earlierRuns: history,
        grade,
        descentLoad: { asRunKm: 10, levelledKm },
        words,
      };
      return longDownhill.evaluate(inputs, thresholdValues(longDownhill.thresholds));
    };

    it.each([
      { metres: 130, severity: 'none' },
      { metres: 131, severity: 'info' },
      { metres: 200, severity: 'info' },
      { metres: 201, severity: 'moderate' },
    ])('calls $metres m down after at most 100 m $severity', ({ metres, severity }) => {
      expect(descending(metres)).toMatchObject({ severity });
    });

    it('gives the ratio with its own threshold and unit', () => {
      expect(descending(250)).toMatchObject({ value: 2.5, threshold: 'farMoreThanUsual' });
      const finding = run({ stretches: [{ minutes: 30 }, { minutes: 15, gradePct: -10 }], history: month });
      expect(finding).toMatchObject({ unit: '×', threshold: 2 });
    });

    it('takes no account of much descent over gentle ground, under 5 % of the load', () => {
      expect(descending(400, month, 9.51)).toMatchObject({ severity: 'none' });
      expect(descending(400, month, 9.5)).toMatchObject({ severity: 'moderate' });
    });

    it('takes no account of under 100 m, nor of under four runs with altitude', () => {
      const flat = [2, 8, 14, 20].map((days) => pastRun(days, { descentM: 20 }));
      expect(descending(99, flat)).toMatchObject({ severity: 'none' });
      expect(descending(500, month.slice(1))).toMatchObject({ severity: 'none' });
      expect(descending(500, [...month.slice(1), pastRun(5)])).toMatchObject({ severity: 'none' });
    });
  });

  it('finds nothing in a flat run', () => {
    expect(run({})).toMatchObject({ status: 'scored', severity: 'none', value: 0, where: [] });
  });

  it('flags a run that is all downhill at −10 %, says how much and where', () => {
    const finding = run({ stretches: down(30, -10, 10) });
    expect(['info', 'moderate']).toContain(finding.severity);
    expect(finding.message).toContain('the longest way down was 5 km at about -10 %');
    expect(finding.where).toEqual([
      { startS: 600, endS: 2400, startM: expect.closeTo(1680), endM: expect.closeTo(6720) },
    ]);
  });

  it('joins a gentle and a steep part into one way down', () => {
    const finding = run({
      stretches: [
        { minutes: 10, gradePct: -5 },
        { minutes: 10, gradePct: -12 },
      ],
    });
    expect(finding.where).toHaveLength(1);
  });

  it('grows with the grade and with the length of the way down', () => {
    const shares = [-3, -6, -9, -12].map((gradePct) => run({ stretches: down(15, gradePct, 15) }).value as number);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const longer = [5, 10, 20].map((minutes) => run({ stretches: down(minutes, -8, 15) }).value as number);
    expect(longer).toEqual([...longer].sort((a, b) => a - b));
  });

  it('says nothing without altitude, and nothing on altitude too rough for grade', () => {
    const stretches = down(30, -10);
    expect(run({ stretches, without: ['altitude'] })).toMatchObject({ status: 'insufficient-data', severity: 'none' });
    expect(run({ stretches, gradeErrorPct: 3.1 }).status).toBe('insufficient-data');
    expect(run({ stretches, gradeErrorPct: 3 }).status).toBe('scored');
  });

  it('lowers the limits of share by a fifth in the year after an injury', () => {
    const injured = run({ stretches: down(30, -10, 10), profile: { lastOtherInjury: '2026-02-01' } });
    expect([8, 16]).toContain(injured.threshold);
  });
});
