import { describe, expect, it } from 'vitest';
import { thresholdValues } from '../../../../src/risk/define.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { longDownhill } from '../../../../src/risk/factors/long-downhill.ts';
import { wordsIn } from '../../../../src/words.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

const words = wordsIn('km');
const run = (options: RunOptions) => judge(longDownhill, riskInput(options));
const down = (minutes: number, gradePct: number, flatMinutes = 0) => [{ minutes: flatMinutes }, { minutes, gradePct }];

/** What the factor says of a share of load, apart from any track and model. */
const ofShare = (sharePct: number, extra: RunOptions = {}, descentM = 300, asRunKm = 10) => {
  const { facts, painLog, profile, history } = riskInput(extra);
  const grade = { gradePct: new Float64Array(), errorPct: 1, segments: [], descentM, downhillM: descentM };
  const descentLoad = { asRunKm, levelledKm: asRunKm * (1 - sharePct / 100) };
  return longDownhill.evaluate(
    { facts, painLog, profile, earlierRuns: history, grade, descentLoad, words },
    thresholdValues(longDownhill.thresholds),
  );
};

describe('long-downhill', () => {
  describe('each threshold', () => {
    it.each([
      { share: 0, severity: 'none', why: 'nothing' },
      { share: 9.9, severity: 'none', why: 'less than the `share` that counts' },
      { share: 10, severity: 'info', why: 'that, exactly' },
      { share: 19.9, severity: 'info', why: 'less than a `bigShare`' },
      { share: 20, severity: 'moderate', why: 'that, exactly' },
      { share: 60, severity: 'moderate', why: 'far beyond, without pain or injury' },
    ])('calls $share % of the load from going down $severity: $why', ({ share, severity }) => {
      expect(ofShare(share)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { descentM: 29, severity: 'none' },
      { descentM: 30, severity: 'info' },
      { descentM: 31, severity: 'info' },
    ])(
      'makes nothing of a share with under 30 m of downhill (`minShareDescentM`): $descentM m is $severity',
      (given) => {
        expect(ofShare(15, {}, given.descentM)).toMatchObject({ severity: given.severity });
      },
    );

    it.each([
      { asRunKm: 1.6, severity: 'none', why: '0.48 km' },
      { asRunKm: 1.67, severity: 'moderate', why: '0.501 km' },
      { asRunKm: 3, severity: 'moderate', why: '0.9 km' },
    ])('makes nothing of a big share of little, under half an easy km (`minAddedKm`): $why is $severity', (given) => {
      expect(ofShare(30, {}, 300, given.asRunKm)).toMatchObject({ severity: given.severity });
    });
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
    const month = [2, 8, 14, 20].map((days) => pastRun(days, { descentM: 900, downhillM: days === 8 ? 100 : 40 }));
    const descending = (downhillM: number, history = month, levelledKm = 9.5) => {
      const { facts, painLog, profile } = riskInput();
      const grade = { gradePct: new Float64Array(), errorPct: 1, segments: [], descentM: 900, downhillM };
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
      { metres: 129, severity: 'none', why: 'less than `moreThanUsual`' },
      { metres: 130, severity: 'none', why: 'that, exactly' },
      { metres: 131, severity: 'info', why: 'beyond it' },
      { metres: 200, severity: 'info', why: '`farMoreThanUsual`, exactly' },
      { metres: 201, severity: 'moderate', why: 'beyond it' },
      { metres: 900, severity: 'moderate', why: 'far beyond' },
    ])('calls $metres m down after at most 100 m $severity: $why', ({ metres, severity }) => {
      expect(descending(metres)).toMatchObject({ severity });
    });

    it('gives the ratio with its own threshold and unit', () => {
      expect(descending(250)).toMatchObject({ value: 2.5, threshold: 'farMoreThanUsual' });
      const finding = run({ stretches: [{ minutes: 30 }, { minutes: 15, gradePct: -10 }], history: month });
      expect(finding).toMatchObject({ unit: '×', threshold: 2 });
    });

    it('takes no account of a hill in a long run, under 5 % of the load (`minShare`)', () => {
      expect(descending(400, month, 9.51)).toMatchObject({ severity: 'none' });
      expect(descending(400, month, 9.5)).toMatchObject({ severity: 'moderate' });
    });

    it('takes a month that held less than 100 m (`minDescentM`) to have held them, and says so', () => {
      const flat = [2, 8, 14, 20].map((days) => pastRun(days, { downhillM: days }));
      expect(descending(130, flat)).toMatchObject({ severity: 'none' });
      expect(descending(131, flat)).toMatchObject({ severity: 'info' });
      expect(descending(201, flat)).toMatchObject({
        severity: 'moderate',
        message: expect.stringContaining('Its hills went down 200 m in all; no run of the 30 days before held 100 m.'),
      });
      expect(descending(201)).toMatchObject({ message: expect.stringContaining('about 2 times the most of any run') });
    });

    it('is the same whatever the sum of all descent, which rough heights inflate', () => {
      const rough = month.map((past) => ({ ...past, facts: { ...past.facts, descentM: 2000 } }));
      expect(descending(250, rough)).toEqual(descending(250));
    });

    it('takes no account of under four runs with altitude (`minRuns`), nor of runs of 31 days ago', () => {
      expect(descending(500)).toMatchObject({ severity: 'moderate' });
      expect(descending(500, month.slice(1))).toMatchObject({ severity: 'none' });
      expect(descending(500, [...month.slice(1), pastRun(5)])).toMatchObject({ severity: 'none' });
      expect(descending(500, [...month.slice(1), pastRun(30, { downhillM: 40 })])).toMatchObject({
        severity: 'moderate',
      });
      expect(descending(500, [...month.slice(1), pastRun(31, { downhillM: 40 })])).toMatchObject({ severity: 'none' });
    });
  });

  it('finds nothing in a flat run', () => {
    expect(run({})).toMatchObject({ status: 'scored', severity: 'none', value: 0, where: [] });
  });

  it('flags a run that is all downhill at −10 %, says how much and where', () => {
    const finding = run({ stretches: down(30, -10, 10) });
    expect(['info', 'moderate']).toContain(finding.severity);
    expect(finding.message).toContain('the longest way down was 5 km at about −10 %');
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

  describe('silence', () => {
    const stretches = down(30, -10);

    it('says nothing without altitude, and what gives one', () => {
      expect(run({ stretches, without: ['altitude'] })).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining('A watch with a barometer'),
      });
    });

    it.each([
      { errorPct: 2.9, status: 'scored' },
      { errorPct: 3, status: 'scored' },
      { errorPct: 3.1, status: 'insufficient-data' },
    ])('with a grade that errs by $errorPct points it is $status', ({ errorPct, status }) => {
      expect(run({ stretches, gradeErrorPct: errorPct }).status).toBe(status);
    });
  });

  it('lowers the limits of share by a fifth in the year after an injury', () => {
    const injured = run({ stretches: down(30, -10, 10), profile: { lastOtherInjury: '2026-02-01' } });
    expect([8, 16]).toContain(injured.threshold);
  });

  it('never gets milder as the way down gets steeper, or the descent of the month smaller', () => {
    expectMonotone(longDownhill, (x) => ({ stretches: [{ minutes: 20 }, { minutes: 20, gradePct: -20 * x }] }));
    expectMonotone(longDownhill, (x) => ({
      stretches: [{ minutes: 25 }, { minutes: 12, gradePct: -10 }],
      history: [2, 8, 14, 20].map((days) => pastRun(days, { downhillM: 400 - 380 * x })),
    }));
  });

  describe('device error', () => {
    it('of 1 point in grade, a barometer’s, moves the share of a run down at 9 % by a fifth at most', () => {
      const [gentle, as, steep] = [-8, -9, -10].map((grade) => run({ stretches: down(30, grade) }).value as number);
      expect((steep as number) / (as as number)).toBeLessThan(1.2);
      expect((gentle as number) / (as as number)).toBeGreaterThan(0.8);
    });

    it('of a tenth in the sum of descent, a barometer’s, tips it over only near a limit', () => {
      const month = [2, 8, 14, 20].map((days) => pastRun(days, { downhillM: 100 }));
      const { facts, painLog, profile } = riskInput();
      const severityAt = (downhillM: number) => {
        const verdict = longDownhill.evaluate(
          {
            facts,
            painLog,
            profile,
            earlierRuns: month,
            grade: { gradePct: new Float64Array(), errorPct: 1, segments: [], descentM: 900, downhillM },
            descentLoad: { asRunKm: 10, levelledKm: 9.3 },
            words,
          },
          thresholdValues(longDownhill.thresholds),
        );
        return verdict.status === 'scored' ? verdict.severity : 'none';
      };
      const errorAt = (metres: number) => 0.1 * metres;
      expectTippedOnlyNear(tipped(severityAt, scale(60, 400, 2), errorAt), [130, 200], errorAt);
    });
  });

  it('counts no less than Van Hooren 2024 measured: 22 % more at the kneecap each km down at 6°, so 18 % of it', () => {
    const share = run({ stretches: [{ minutes: 30, speedMps: 2.78, gradePct: -10.5 }] }).value as number;
    expect(share).toBeGreaterThan((100 * 22) / 122);
    expect(share).toBeLessThan(45);
  });
});
