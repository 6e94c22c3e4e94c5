import { describe, expect, it } from 'vitest';
import { phaseAt } from '../../../web/features/care/components/use-stretch.ts';

describe('the stretch timer', () => {
  it.each([
    { seconds: 0, phase: { kind: 'hold', round: 1, secondsLeft: 10 } },
    { seconds: 9.5, phase: { kind: 'hold', round: 1, secondsLeft: 1 } },
    { seconds: 10, phase: { kind: 'rest', round: 1, secondsLeft: 3 } },
    { seconds: 13, phase: { kind: 'hold', round: 2, secondsLeft: 10 } },
    { seconds: 52, phase: { kind: 'hold', round: 5, secondsLeft: 10 } },
    { seconds: 62, phase: { kind: 'done' } },
    { seconds: 600, phase: { kind: 'done' } },
  ])('is at $phase after $seconds s of five holds of ten', ({ seconds, phase }) => {
    expect(phaseAt(seconds, 10, 5)).toEqual(phase);
  });
});
