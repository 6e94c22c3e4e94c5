import { describe, expect, it } from 'vitest';
import type { DeveloperField } from '../../../src/parse/activity.ts';
import { appFields } from '../../../src/parse/known-app-fields.ts';
import { parse } from '../../../src/parse/parse.ts';
import { hasRealData, readRealFile, realDataIndex } from '../../support/real-data.ts';

if (!hasRealData) console.warn('app-fields.test.ts: partly skipped, the folder of real files is not there');

const field = (
  name: string,
  values: readonly number[],
  developerIndex = 0,
  unit: string | null = null,
): DeveloperField => ({
  ...{ developerIndex, fieldNumber: 1, name, unit },
  values: Float64Array.from(values),
});

describe('fields of apps', () => {
  it('of Stryd are named with their unit, their mean and how much of the run they cover; standing does not count', () => {
    expect(appFields([field('Impact Loading Rate', [60, 64, 0, Number.NaN])])).toEqual([
      { app: 'Stryd', name: 'Impact Loading Rate', unit: 'BW/s', mean: 62, coverageRatio: 0.5 },
    ]);
  });

  it('whose names many apps use count only beside a field that tells the maker, under the same index', () => {
    expect(appFields([field('Power', [200])])).toEqual([]);
    expect(appFields([field('Power', [200], 1), field('Form Power', [70], 0)]).map(({ name }) => name)).toEqual([
      'Form Power',
    ]);
    expect(
      appFields([field('Power', [200]), field('Form Power', [70])]).map(({ app, unit }) => `${app} ${unit}`),
    ).toEqual(['Stryd W', 'Stryd W']);
  });

  it('of RunScribe tell braking and impact in g', () => {
    const fields = [field('RS_Braking_GS_L', [4]), field('ImpactGs', [6]), field('Pronation', [-9])];
    expect(appFields(fields).map(({ name, unit }) => `${name} ${unit}`)).toEqual(['Braking, left g', 'Impact g']);
  });

  it('that are described but never written are left out', () => {
    expect(appFields([field('Leg Spring Stiffness', [Number.NaN, 0])])).toEqual([]);
  });
});

describe.skipIf(!hasRealData)('fields of apps in real files', () => {
  /** Means that a foot can have; ranges are wide, their unit is what they prove. */
  const POSSIBLE: Readonly<Record<string, readonly [number, number]>> = {
    'Form Power W': [20, 120],
    'Air Power W': [0, 60],
    'Power W': [80, 500],
    'Leg Spring Stiffness kN/m': [4, 20],
    'Cadence strides/min': [40, 110],
    'Ground time ms': [150, 500],
    'Vertical oscillation cm': [2, 15],
    'Impact g': [2, 30],
    'Braking g': [2, 30],
    'Contact time ms': [150, 500],
    'Impact Loading Rate BW/s': [10, 200],
  };

  it('have means that a foot can have, in the unit of the table', () => {
    const rows = realDataIndex().filter(({ path = '', dev_fields }) => path.endsWith('.fit') && dev_fields !== '');
    const seen = rows.flatMap(({ path = '' }) => {
      const result = parse(readRealFile(path));
      return result.ok ? appFields(result.value.developerFields) : [];
    });
    expect(seen.length).toBeGreaterThan(20);
    const odd = seen.filter(({ name, unit, mean }) => {
      const [low, high] = POSSIBLE[`${name} ${unit}`] ?? [Infinity, -Infinity];
      return !(mean >= low && mean <= high);
    });
    expect(odd).toEqual([]);
  });
});
