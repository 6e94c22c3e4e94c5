import { describe, expect, it } from 'vitest';
import { Kept } from '../../../server/services/kept.ts';

describe('answers kept in memory', () => {
  it('are made once for all who ask under the same key, also while they are being made', async () => {
    const kept = new Kept<object>(1);
    const make = async () => ({});
    const [first, second] = await Promise.all([kept.get('a', make), kept.get('a', make)]);
    expect(second).toBe(first);
    expect(await kept.get('a', make)).toBe(first);
  });

  it('are made anew under another key', async () => {
    const kept = new Kept<string>(1);
    await kept.get('a', async () => 'old');
    expect(await kept.get('b', async () => 'new')).toBe('new');
  });

  it('go when more were asked for, the one not asked for longest first', async () => {
    const kept = new Kept<string>(2);
    const ask = (key: string, answer: string) => kept.get(key, async () => answer);
    await ask('a', 'first');
    await ask('b', 'first');
    await ask('a', 'second');
    await ask('c', 'first');
    expect(await ask('a', 'third')).toBe('first');
    expect(await ask('b', 'second')).toBe('second');
  });

  it('are tried again after a failure', async () => {
    const kept = new Kept<string>(1);
    await expect(kept.get('a', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await kept.get('a', async () => 'made')).toBe('made');
  });
});
