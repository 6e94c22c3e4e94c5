import { describe, expect, it } from 'vitest';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { check, type ValidationRow } from '../../../src/load/validation/row.ts';
import { formatValidationTable, validationTable } from '../../../src/load/validation/validation-table.ts';
import { SURFACE_CLASSES } from '../../../src/surface/surface.ts';
import { loadTrack, withColumns } from '../../support/load-track.ts';

const rows = validationTable();

describe('the validation table', () => {
  it('has rows 1 to 31, each once, none hidden', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
    const text = formatValidationTable(rows);
    for (const row of rows) expect(text).toContain(row.title);
  });

  describe.each(rows)('row $number: $title', ({ status, checks, remark }) => {
    if (status === 'open') {
      it('stays open because its numbers could not be read, and says so', () => expect(remark).toMatch(/remembered/));
      return;
    }
    it.each(checks)('$condition: published $published, model $found, allowed ±$tolerance $unit', ({ met }) => {
      expect(met).toBe(true);
    });
  });

  it('only row 9 is open', () => {
    expect(rows.filter(({ status }) => status === 'open').map(({ number }) => number)).toEqual([9]);
  });
});

describe('a verdict', () => {
  const row = (found: number, extra: Partial<ValidationRow> = {}): ValidationRow => ({
    number: 1,
    use: 'check',
    title: 'test',
    studies: ['Hart2022'],
    checks: [{ condition: 'x', published: [3, 4], tolerance: 0.5, unit: 'BW', model: () => found }],
    remark: null,
    ...extra,
  });

  it('passes up to the tolerance outside the published span and fails beyond', () => {
    expect([2.5, 3, 4.5].map((found) => check(row(found)).status)).toEqual(['pass', 'pass', 'pass']);
    expect([2.49, 4.51].map((found) => check(row(found)).status)).toEqual(['fail', 'fail']);
  });

  it('stays open when a source is only recalled, however well it fits', () => {
    expect(check(row(3.5, { studies: ['Hart2022', 'Ho2018'] })).status).toBe('open');
    expect(check(row(3.5, { sourceUnread: true })).status).toBe('open');
  });

  it('tells the weakest way its sources were read', () => {
    expect(check(row(3.5, { studies: ['Hart2022', 'VanHooren2024'] })).read).toBe('second-hand');
  });

  it('is printed with the number that lies outside', () => {
    expect(formatValidationTable([check(row(9))])).toMatch(/FAIL.*\n.*model 9.*outside/);
  });
});

it('no surface changes the knee load (row 19)', () => {
  const track = loadTrack([{ seconds: 60, speedMps: 3, gradePct: 0, cadenceSpm: 170 }]);
  const runner = { heightM: 1.75, ownLine: null };
  for (const surface of SURFACE_CLASSES.keys()) {
    const other = withColumns(track, { surface: new Uint8Array(track.length).fill(surface) });
    expect(kneeLoad(other, runner)).toEqual(kneeLoad(track, runner));
  }
});
