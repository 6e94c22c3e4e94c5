import { describe, expect, it } from 'vitest';
import { GROUND_GROUPS, groundMetres } from '../../../web/lib/ground-groups.ts';

const share = (type: string, certainty: string, distanceM = 100) => ({ type, certainty, distanceM });

describe('kinds of ground of a week', () => {
  it('never add what is assumed to what is known', () => {
    const metres = groundMetres([share('asphalt', 'mapped', 700), share('asphalt', 'assumed', 300)]);
    expect(metres).toMatchObject({ paved: 700, 'paved-assumed': 300 });
  });

  it('count the map’s, the watch’s and the runner’s word as known', () => {
    const known = [share('dirt', 'mapped'), share('trail', 'recorded'), share('grass', 'told')];
    expect(groundMetres(known)).toMatchObject({ unpaved: 300, 'unpaved-assumed': 0 });
  });

  it('tell a treadmill apart, and what is not known', () => {
    const metres = groundMetres([share('treadmill', 'recorded'), share('unknown', 'unknown', 40)]);
    expect(metres).toMatchObject({ treadmill: 100, unknown: 40, paved: 0 });
  });

  it('add up to the way', () => {
    const all = ['concrete', 'wood', 'synthetic-track', 'sand', 'gravel', 'unknown'].map((type) =>
      share(type, 'assumed'),
    );
    const metres = groundMetres(all);
    expect(GROUND_GROUPS.reduce((sum, group) => sum + metres[group], 0)).toBe(600);
    expect(metres).toMatchObject({ 'paved-assumed': 300, 'unpaved-assumed': 200, unknown: 100 });
  });
});
