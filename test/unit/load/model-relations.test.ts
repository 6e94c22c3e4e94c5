import { describe, expect, it } from 'vitest';
import { MODEL_CONSTANTS } from '../../../src/load/constants.ts';
import { MODEL_RELATIONS } from '../../../src/load/model-relations.ts';
import { projectText } from '../../support/project-files.ts';

describe('the model told relation by relation', () => {
  it('names every constant once', () => {
    const told = MODEL_RELATIONS.flatMap(({ constants }) => constants);
    expect(told.toSorted()).toEqual(Object.keys(MODEL_CONSTANTS).toSorted());
  });

  it.each(MODEL_RELATIONS)('$id shows the value of each of its constants', ({ constants, formulas }) => {
    const shown = formulas.join(' ');
    const numbers = shown.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    expect(numbers.length + formulas.length).toBeGreaterThan(0);
    for (const name of constants) {
      const { value } = MODEL_CONSTANTS[name];
      // Powers of speed are kept for a kilometre and shown for a step: one more.
      const inStep = name.endsWith('SpeedExponent') && name !== 'peakSpeedExponent' ? 1 + value : value;
      expect(numbers, name).toContain(Number(Math.abs(inStep).toFixed(2)));
    }
  });

  it('stands in the words of the method page', () => {
    const page = projectText('docs/methods/knee-load.md');
    for (const formula of ['150.02 + 6.012·v', '4.7 · (v/2.78)^0.55', '1 + 2.8', '1 + 13·down + 8·up', '8.02']) {
      expect(page).toContain(formula);
      expect(MODEL_RELATIONS.some(({ formulas }) => formulas.some((told) => told.includes(formula)))).toBe(true);
    }
  });

  it('has an address of its own for each relation', () => {
    const ids = MODEL_RELATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
