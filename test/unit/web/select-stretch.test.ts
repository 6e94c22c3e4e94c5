import { describe, expect, it } from 'vitest';
import { dragTo, takeHold } from '../../../web/features/report/ground/select-stretch.ts';

const LENGTH_M = 5000;
const CHOSEN = { fromM: 1000, toM: 3000 };

describe('choosing a stretch by dragging', () => {
  it('begins a new one away from the ends, in either direction', () => {
    const hold = takeHold(2000, CHOSEN, 100);
    expect(dragTo(2404, hold, LENGTH_M)).toEqual({ fromM: 2000, toM: 2400 });
    expect(dragTo(1200, hold, LENGTH_M)).toEqual({ fromM: 1200, toM: 2000 });
  });

  it('moves the end that it begins at and leaves the other, also past it', () => {
    expect(dragTo(3500, takeHold(2950, CHOSEN, 100), LENGTH_M)).toEqual({ fromM: 1000, toM: 3500 });
    expect(dragTo(500, takeHold(1080, CHOSEN, 100), LENGTH_M)).toEqual({ fromM: 500, toM: 3000 });
    expect(dragTo(3600, takeHold(1080, CHOSEN, 100), LENGTH_M)).toEqual({ fromM: 3000, toM: 3600 });
  });

  it('stays on the run and is never empty', () => {
    const hold = takeHold(4800, CHOSEN, 100);
    expect(dragTo(9000, hold, LENGTH_M)).toEqual({ fromM: 4800, toM: 5000 });
    expect(dragTo(-300, hold, LENGTH_M)).toEqual({ fromM: 0, toM: 4800 });
    expect(dragTo(4801, hold, LENGTH_M)).toEqual({ fromM: 4800, toM: 4810 });
    expect(dragTo(5000, takeHold(4998, CHOSEN, 100), LENGTH_M)).toEqual({ fromM: 4990, toM: 5000 });
  });
});
