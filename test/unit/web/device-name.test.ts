import { describe, expect, it } from 'vitest';
import { deviceName } from '../../../web/lib/device-name.ts';

describe('the name of a device', () => {
  it.each([
    ['garmin Fenix 6 S', 'Garmin Fenix 6 S'],
    ['suunto Suunto 9', 'Suunto 9'],
    ['coros COROS PACE 2', 'COROS PACE 2'],
    ['development Simulated watch', 'Simulated watch'],
    ['stryd', 'Stryd'],
    ['Garmin Connect', 'Garmin Connect'],
  ])('tells %s as %s', (told, name) => expect(deviceName(told)).toBe(name));

  it('leaves out numbers of one very device and addresses', () => {
    expect(deviceName('Forerunner305 (Unit ID 1234567890)')).toBe('Forerunner305');
    expect(deviceName('Movescount - http://www.movescount.com')).toBe('Movescount');
  });

  it('tells nothing of a device that no file names', () => expect(deviceName(null)).toBeNull());
});
