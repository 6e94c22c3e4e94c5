/** Each factor has a test file of its own that asks the same of all: this holds the files to it. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../src/risk/registry.ts';
import { PROJECT, projectText } from '../../support/project-files.ts';

const pathOf = (id: string) => `test/unit/risk/factors/${id}.test.ts`;
/** Yes or no rather than more or less. */
const WITHOUT_AMOUNT: readonly string[] = ['treadmill'];

describe.each(FACTORS)('the tests of $id', ({ id, thresholds }) => {
  const text = existsSync(`${PROJECT}/${pathOf(id)}`) ? projectText(pathOf(id)) : '';

  it.each(['each threshold', 'silence'])('have a part on %s', (part) => {
    expect(text).toContain(`describe('${part}'`);
  });

  it.each(Object.keys(thresholds))('name the threshold %s', (name) => {
    expect(text).toContain(`\`${name}\``);
  });

  it('try whether worse is ever called milder', () => {
    expect(text).toMatch(WITHOUT_AMOUNT.includes(id) ? /yes or no/ : /never gets milder|is monotone/);
  });

  it('try what an error of the device, or of the runner who writes it down, does', () => {
    expect(text).toMatch(/device error|tips over by|an hour off|which a belt measures badly/);
  });
});
