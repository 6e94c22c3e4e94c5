import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../src/evidence/registry.ts';
import { reportSchema } from '../../../src/report/schema.ts';
import { type AnyFactor, defineFactor } from '../../../src/risk/define.ts';
import { evaluate, judge } from '../../../src/risk/evaluate.ts';
import { FACTORS } from '../../../src/risk/registry.ts';
import { rank } from '../../../src/risk/severity.ts';
import { painEntry, pastRun, riskInput } from '../../support/risk-input.ts';

const OPINION = { kind: 'assumption', why: 'For this test.' } as const;
const BASE = {
  id: 'test',
  title: 'Test',
  unit: 'min',
  basis: { kind: 'citation', keys: ['Frandsen2025'], certainty: 'moderate' },
  needs: [],
  thresholds: {
    load: { value: 10, unit: 'min', since: '2026-11-22', basis: OPINION, lowerAfterInjury: true },
    ratio: {
      value: 2,
      unit: '×',
      since: '2026-11-22',
      basis: { kind: 'citation', keys: ['Buist2008'], certainty: 'low' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'moderate' },
} as const;
const high = { status: 'scored', severity: 'high', value: 1, threshold: 'ratio', message: 'Found.' } as const;

describe('judge', () => {
  it('caps the severity by the evidence, and less so for a runner with knee pain', () => {
    const factor = defineFactor({ ...BASE, evaluate: () => high });
    expect(judge(factor, riskInput()).severity).toBe('info');
    expect(judge(factor, riskInput({ painLog: [painEntry({ hourAfter: 1 })] })).severity).toBe('moderate');
    expect(judge(factor, riskInput({ painLog: [painEntry({ hourAfter: 0 })] })).severity).toBe('info');
  });

  it('takes unit, basis and number from the threshold that decided, and cites both its source and the factor’s', () => {
    const finding = judge(defineFactor({ ...BASE, evaluate: () => high }), riskInput());
    expect(finding).toMatchObject({
      unit: '×',
      threshold: 2,
      thresholdBasis: { keys: ['Buist2008'] },
      certainty: 'moderate',
    });
    expect(finding.citations).toEqual(['Frandsen2025', 'Buist2008']);
  });

  it('lowers load thresholds by a fifth in the year after an injury, and only those', () => {
    const factor = defineFactor({
      ...BASE,
      evaluate: (_, { load, ratio }) => ({ ...high, value: load + ratio }),
    });
    expect(judge(factor, riskInput({ profile: { lastOtherInjury: '2025-12-01' } })).value).toBe(8 + 2);
    expect(judge(factor, riskInput({ profile: { lastOtherInjury: '2025-01-01' } })).value).toBe(10 + 2);
  });

  it('hands over what was declared and nothing else', () => {
    let seen: string[] = [];
    const factor = defineFactor({
      ...BASE,
      needs: ['facts', 'profile'],
      evaluate: (inputs) => {
        seen = Object.keys(inputs);
        return high;
      },
    });
    judge(factor, riskInput());
    expect(seen).toEqual(['facts', 'profile']);
  });

  it('turns a missing input into silence with the reason, without asking the factor', () => {
    const factor = defineFactor({
      ...BASE,
      needs: ['history', 'grade'],
      evaluate: () => {
        throw new Error('not to be asked');
      },
    });
    const finding = judge(factor, riskInput({ history: [pastRun(3)], without: ['altitude'] }));
    expect(finding).toMatchObject({ status: 'insufficient-data', severity: 'none', value: null, threshold: null });
    expect(finding.message).toContain('no altitude');
  });

  it.each([
    {
      name: 'a throw',
      evaluate: () => {
        throw new RangeError('off by one');
      },
      reason: 'off by one',
    },
    { name: 'a value that is no number', evaluate: () => ({ ...high, value: Number.NaN }), reason: 'NaN' },
  ])('turns $name into an error finding', ({ evaluate: broken, reason }) => {
    const finding = judge({ ...BASE, evaluate: broken } as AnyFactor, riskInput());
    expect(finding).toMatchObject({ status: 'error', severity: 'none', value: null });
    expect(finding.message).toContain(reason);
  });
});

describe('evaluate', () => {
  const input = riskInput({
    stretches: [
      { minutes: 30, cadenceSpm: 140 },
      { minutes: 20, gradePct: -9 },
    ],
    history: [3, 6, 9, 12, 30].map((days) => pastRun(days, { distanceM: 4000, descentM: 10 })),
    painLog: [painEntry({ during: 3, nextMorning: 4 })],
  });
  const findings = evaluate(input);

  it('gives one finding a factor', () => {
    expect(findings.map(({ id }) => id).sort()).toEqual(FACTORS.map(({ id }) => id).sort());
  });

  it('puts the most severe first', () => {
    const ranks = findings.map(({ severity }) => rank(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(ranks[0]).toBeGreaterThan(ranks.at(-1) as number);
  });

  it('gives what the report’s schema takes, and the same again as JSON', () => {
    const schema = reportSchema.shape.findings;
    expect(schema.parse(findings)).toEqual(findings);
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
  });

  it('scores severity only where it scored at all', () => {
    for (const { status, severity } of findings) if (status !== 'scored') expect(severity).toBe('none');
  });
});

describe('the registry', () => {
  it.each(FACTORS)('$id: every threshold has a unit, a date and a basis that can be read', ({ thresholds, basis }) => {
    for (const { value, unit, since, basis: ofValue } of Object.values(thresholds)) {
      expect(Number.isFinite(value)).toBe(true);
      expect(unit).not.toBe('');
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (ofValue.kind === 'assumption') expect(ofValue.why.length).toBeGreaterThan(20);
      else for (const key of ofValue.keys) expect(CITATIONS).toHaveProperty(key);
    }
    if (basis.kind === 'citation') for (const key of basis.keys) expect(CITATIONS).toHaveProperty(key);
  });

  const weak = FACTORS.filter(({ basis }) => basis.kind === 'assumption' || basis.certainty === 'very low');
  it.each(weak)('$id: weak evidence bears information, and moderate only with knee pain', ({ maxSeverity }) => {
    expect(rank(maxSeverity.always)).toBeLessThanOrEqual(rank('info'));
    expect(rank(maxSeverity.withPain)).toBeLessThanOrEqual(rank('moderate'));
  });

  it('never says per cent of risk, never diagnoses, never shouts', () => {
    const findings = [riskInput(), riskInput({ painLog: [painEntry({ during: 9 })] })].flatMap(evaluate);
    for (const { title, message } of findings) {
      expect(`${title} ${message}`).not.toMatch(
        /!|% (higher|lower|more|less)? ?risk|diagnos|patellofemoral|NaN|undefined|Infinity/i,
      );
    }
  });
});
