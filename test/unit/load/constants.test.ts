import { describe, expect, it } from 'vitest';
import { KL1, MODEL_CONSTANTS, type ModelConstant } from '../../../src/load/constants.ts';

describe.each(Object.entries<ModelConstant>(MODEL_CONSTANTS))('the constant %s', (name, constant) => {
  it('lies within the span of its basis and is the one the model uses', () => {
    expect(constant.low).toBeLessThanOrEqual(constant.value);
    expect(constant.value).toBeLessThanOrEqual(constant.high);
    expect(KL1[name as keyof typeof KL1]).toBe(constant.value);
  });
});
