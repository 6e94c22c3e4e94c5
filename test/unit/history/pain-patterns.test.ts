import { describe, expect, it } from 'vitest';
import { painPatterns } from '../../../src/history/pain-patterns.ts';
import { painEntry, painLogOf, pastRun } from '../../support/risk-input.ts';

/** Runs of 1, 2, 3 … km with as many tens of metres down; the score next morning is the given one, null for no note. */
function season(...mornings: (number | null)[]) {
  const history = mornings.map((_, i) => pastRun(i + 1, { distanceM: 1000 * (i + 1), descentM: 10 * (i + 1) }));
  const painLog = mornings.flatMap((nextMorning, i) =>
    nextMorning === null ? [] : [painEntry({ runSha256: `run-${i + 1}`, nextMorning })],
  );
  return { history, painLog: painLogOf(painLog) };
}
const patternOf = (...mornings: (number | null)[]) => {
  const { history, painLog } = season(...mornings);
  return painPatterns(history, painLog).find(({ measure }) => measure === 'descent');
};

describe('painPatterns', () => {
  it('counts pain after runs with much and with little descent', () => {
    const pattern = patternOf(0, 0, 0, 0, 1, 3, 2, 0, 4, 2);
    expect(pattern).toMatchObject({ line: 60, above: { painful: 4, runs: 5 }, below: { painful: 1, runs: 5 } });
  });

  it('gives Wilson’s interval, worked by hand: 4 of 5 at 90 % is 0.435 to 0.954', () => {
    const above = patternOf(0, 0, 0, 0, 1, 3, 2, 0, 4, 2)?.above;
    expect(above?.low).toBeCloseTo(0.4352, 3);
    expect(above?.high).toBeCloseTo(0.954, 3);
  });

  it('calls a difference clear only when the spans do not touch', () => {
    expect(patternOf(0, 0, 0, 0, 1, 3, 2, 0, 4, 2)?.isClear).toBe(false);
    expect(patternOf(0, 0, 0, 0, 0, 0, 0, 3, 2, 4, 2, 5, 1, 2)?.isClear).toBe(true);
    expect(patternOf(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)?.isClear).toBe(false);
  });

  it('says nothing before eight runs have a note, whatever the others are', () => {
    expect(patternOf(0, 0, 0, 2, 2, 2, 2, null, null, null)).toBeUndefined();
    expect(patternOf(0, 0, 0, 0, 2, 2, 2, 2, null)).toBeDefined();
    expect(painPatterns([], painLogOf([]))).toEqual([]);
  });

  it('says nothing of runs that were all alike', () => {
    const history = Array.from({ length: 10 }, (_, i) => pastRun(i + 1));
    const painLog = history.map(({ facts }) => painEntry({ runSha256: facts.sha256, hourAfter: 1 }));
    expect(painPatterns(history, painLogOf(painLog))).toEqual([]);
  });
});
