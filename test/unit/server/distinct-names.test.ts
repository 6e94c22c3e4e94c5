import { describe, expect, it } from 'vitest';
import { distinctNames } from '../../../server/services/distinct-names.ts';

describe('names of files that go into one folder', () => {
  it('are numbered before their ending where they are alike, also in capital and small letters', () => {
    const names = ['run.fit', 'Run.FIT', 'run.fit', '1.fit.gz', '1.fit.gz', '2026.05.03.gpx', '2026.05.03.gpx'];
    expect(distinctNames(names)).toEqual([
      ...['run.fit', 'Run (2).FIT', 'run (3).fit', '1.fit.gz', '1 (2).fit.gz'],
      ...['2026.05.03.gpx', '2026.05.03 (2).gpx'],
    ]);
  });

  it('never take by a number what another file is called, whichever comes first', () => {
    expect(distinctNames(['a.fit', 'a.fit', 'a (2).fit'])).toEqual(['a.fit', 'a (3).fit', 'a (2).fit']);
    expect(distinctNames(['a (2).fit', 'a.fit', 'a.fit'])).toEqual(['a (2).fit', 'a.fit', 'a (3).fit']);
    expect(distinctNames(['list.txt'], ['list.txt'])).toEqual(['list (2).txt']);
  });

  it('lead nowhere else and hide nothing', () => {
    const names = [
      '../../etc/run.fit',
      'C:\\watch\\run.gpx',
      '.hidden',
      'all.zip/activities/7.fit',
      '..',
      '',
      'a\u0000b:c.fit',
    ];
    expect(distinctNames(names)).toEqual([...['run.fit', 'run.gpx', 'hidden', '7.fit', 'run', 'run (2)', 'a_b_c.fit']]);
  });

  it('stay as many and all distinct for thousands alike', () => {
    const given = distinctNames(Array.from({ length: 5000 }, () => 'run.fit'));
    expect(new Set(given).size).toBe(5000);
    expect(given.at(-1)).toBe('run (5000).fit');
  });
});
