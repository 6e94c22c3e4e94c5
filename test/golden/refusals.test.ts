/** The page of refusals, the type and the broken files tell the same. */
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { CODE_MEANINGS, refusalsPage, refusedFixtures } from '../support/refusals-page.ts';

describe('docs/methods/refusals.md', () => {
  it('tells what each refused file is told today', () => {
    expectGolden('docs/methods/refusals.md', refusalsPage());
  });

  it('has a broken file for each code', () => {
    const earned = new Set(refusedFixtures().map(({ code }) => code));
    expect([...earned].sort()).toEqual(Object.keys(CODE_MEANINGS).sort());
  });

  it('has words that tell what to do or what the file is, and never a bare code', () => {
    for (const { name, message } of refusedFixtures()) {
      expect(message, name).toMatch(/^[A-Z].{30,}\.$/);
      expect(message, name).toMatch(/export|import|copy|take|log in|recorded runs only|at most/i);
    }
  });
});
