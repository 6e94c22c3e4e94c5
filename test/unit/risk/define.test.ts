import { describe, expect, it } from 'vitest';
import { defineFactor, thresholdValues } from '../../../src/risk/define.ts';

const SINCE = '2026-11-22';
const OPINION = { kind: 'assumption', why: 'For this test.' } as const;
const SOME = { some: { value: 3, unit: 'min', since: SINCE, basis: OPINION } };
const MAX = { always: 'info', withPain: 'info' } as const;
const scored = { status: 'scored', severity: 'info', value: 1, threshold: 'some', message: 'Found.' } as const;

/**
 * The compiler is under test: each `@ts-expect-error` fails the type check (`npm run types`) when the line below it
 * begins to compile.
 */
describe('defineFactor', () => {
  it('takes a factor that declares all that it uses', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      basis: { kind: 'citation', keys: ['Frandsen2025'], certainty: 'moderate' },
      needs: ['facts'],
      thresholds: SOME,
      maxSeverity: MAX,
      evaluate: ({ facts }, { some }) => ({ ...scored, value: facts.distanceM - some }),
    });
    expect(factor.id).toBe('test');
    expect(thresholdValues(factor.thresholds)).toEqual({ some: 3 });
  });

  it('does not compile without a basis', () => {
    // @ts-expect-error basis is missing
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      needs: ['facts'],
      thresholds: SOME,
      maxSeverity: MAX,
      evaluate: () => scored,
    });
    expect('basis' in factor).toBe(false);
  });

  it('does not compile with a threshold that has no basis', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      basis: OPINION,
      needs: [],
      // @ts-expect-error the threshold says not where it comes from
      thresholds: { some: { value: 3, unit: 'min', since: SINCE } },
      maxSeverity: MAX,
      evaluate: () => scored,
    });
    expect(factor.thresholds).toBeDefined();
  });

  it('does not compile with a source that is not in the registry', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      // @ts-expect-error no such citation
      basis: { kind: 'citation', keys: ['Nobody1900'], certainty: 'high' },
      needs: [],
      thresholds: SOME,
      maxSeverity: MAX,
      evaluate: () => scored,
    });
    expect(factor.basis.kind).toBe('citation');
  });

  it('does not compile when it cites nothing', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      // @ts-expect-error at least one key
      basis: { kind: 'citation', keys: [], certainty: 'high' },
      needs: [],
      thresholds: SOME,
      maxSeverity: MAX,
      evaluate: () => scored,
    });
    expect(factor.basis.kind).toBe('citation');
  });

  it('does not compile when it looks at an input it did not declare', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      basis: OPINION,
      needs: ['facts'],
      thresholds: SOME,
      maxSeverity: MAX,
      // @ts-expect-error grade is not declared
      evaluate: ({ grade }) => ({ ...scored, value: grade ? 1 : 0 }),
    });
    expect(factor.needs).toEqual(['facts']);
  });

  it('does not compile when it needs what does not exist', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      basis: OPINION,
      // @ts-expect-error no such input
      needs: ['shoes'],
      thresholds: SOME,
      maxSeverity: MAX,
      evaluate: () => scored,
    });
    expect(factor.needs).toEqual(['shoes']);
  });

  it('does not compile when it decides by a threshold it did not define', () => {
    const factor = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      basis: OPINION,
      needs: [],
      thresholds: SOME,
      maxSeverity: MAX,
      // @ts-expect-error `many` is not defined
      evaluate: (_, { many }) => ({ ...scored, value: many }),
    });
    const named = defineFactor({
      id: 'test',
      title: 'Test',
      unit: 'min',
      basis: OPINION,
      needs: [],
      thresholds: SOME,
      maxSeverity: MAX,
      // @ts-expect-error nor may the verdict name it
      evaluate: () => ({ ...scored, threshold: 'many' }),
    });
    expect([factor.id, named.id]).toEqual(['test', 'test']);
  });
});
