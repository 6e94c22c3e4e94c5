import { describe, expect, it } from 'vitest';
import { countNotedRuns, describePattern, painPatterns } from '../../../src/history/pain-patterns.ts';
import { wordsIn } from '../../../src/words.ts';
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

describe('describePattern', () => {
  it('counts, says what chance allows, and does not make more of it', () => {
    const pattern = patternOf(0, 0, 0, 0, 1, 3, 2, 0, 4, 2);
    if (!pattern) throw new Error('ten noted runs make a pattern');
    expect(describePattern(pattern, wordsIn('km'))).toBe(
      'Pain afterwards followed 4 of 5 runs with 60 m of descent or more, and 1 of 5 others. With so few runs the true shares may lie anywhere from 44 to 95 % and from 5 to 56 %, so chance can explain the difference.',
    );
    expect(describePattern(pattern, wordsIn('mi'))).toContain('200 ft of descent');
  });
});

describe('countNotedRuns', () => {
  it('counts the runs with a note on the time after them', () => {
    const { history, painLog } = season(0, 2, null, null, 1);
    expect(countNotedRuns(history, painLog)).toBe(3);
  });
});
