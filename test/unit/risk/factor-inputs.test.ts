import { describe, expect, it } from 'vitest';
import { takeFrom } from '../../../src/risk/evaluate.ts';
import type { InputName } from '../../../src/risk/factor-inputs.ts';
import { pastRun, type RunOptions, riskInput } from '../../support/risk-input.ts';

const take = (name: InputName, options: RunOptions = {}) => takeFrom(riskInput(options))(name);

describe('what a factor may ask for', () => {
  it.each([
    { known: 19, isTaken: false },
    { known: 20, isTaken: true },
    { known: 21, isTaken: true },
  ])('is cadence where it covers half of the run or more: $known of 40 minutes', ({ known, isTaken }) => {
    const stretches = [{ minutes: known }, { minutes: 40 - known, cadenceSpm: Number.NaN }];
    expect(take('cadence', { stretches }).ok).toBe(isTaken);
  });

  it('counts that half over the time on the move', () => {
    const stretches = [{ minutes: 20 }, { minutes: 40, cadenceSpm: Number.NaN, gait: 'stand' as const }];
    expect(take('cadence', { stretches }).ok).toBe(true);
  });

  it.each(['grade', 'descentLoad'] as const)('is %s where its error is 3 points or less', (name) => {
    expect([2.9, 3, 3.1].map((gradeErrorPct) => take(name, { gradeErrorPct }).ok)).toEqual([true, true, false]);
  });

  it.each([
    { name: 'grade', options: { without: ['altitude'] }, says: 'A watch with a barometer records it' },
    { name: 'descentLoad', options: { without: ['altitude'] }, says: 'no altitude' },
    { name: 'cadence', options: { without: ['cadence'] }, says: 'try the original FIT file' },
    { name: 'cadence', options: { cadenceCertain: false }, says: 'set it for this run' },
    { name: 'flatCadence', options: { without: ['cadence'] }, says: 'no cadence' },
    { name: 'flatCadence', options: { stretches: [{ minutes: 30, gradePct: 4 }] }, says: 'surely flat and steady' },
    { name: 'ownLine', options: {}, says: '5 runs and an hour' },
    { name: 'surface', options: {}, says: 'A map of the area' },
    { name: 'history', options: {}, says: 'Add the files of the last weeks' },
  ] as { name: InputName; options: RunOptions; says: string }[])(
    'says why $name is missing and how to get it: $says',
    ({ name, options, says }) => {
      expect(take(name, options)).toMatchObject({ ok: false, error: expect.stringContaining(says) });
    },
  );

  it.each([
    { name: 'facts' },
    { name: 'motion' },
    { name: 'runner' },
    { name: 'profile' },
    { name: 'earlierRuns' },
    { name: 'painLog' },
    { name: 'words' },
    { name: 'recording' },
  ] as { name: InputName }[])('always holds $name', ({ name }) => {
    expect(take(name, { without: ['altitude', 'cadence'] }).ok).toBe(true);
  });

  it('takes the flat of a treadmill without altitude for known, and that of a road not', () => {
    const facts = { flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1800 }] };
    const without = ['altitude'] as const;
    expect(take('flatCadence', { without, facts, subSport: 'treadmill' }).ok).toBe(true);
    expect(take('flatCadence', { without, facts }).ok).toBe(false);
  });

  it('gives the history once there is a run', () => {
    expect(take('history', { history: [pastRun(3)] })).toMatchObject({ ok: true });
  });
});
