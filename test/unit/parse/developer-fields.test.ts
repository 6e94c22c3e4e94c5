import { describe, expect, it } from 'vitest';
import { data, definition, type RawDefinition, rawFitFile } from '../../../fixtures/write/raw-fit.ts';
import type { Activity } from '../../../src/parse/activity.ts';
import { parseOrThrow } from '../../support/fixtures.ts';

const START_S = 1_100_000_000;
const [ENUM, UINT8, UINT32] = [0x00, 0x02, 0x86];
const LAST = 99;

const FILE_ID: RawDefinition = { local: 0, global: 0, fields: [{ number: 0, baseType: ENUM, bytes: 1 }] };
const SPORT: RawDefinition = { local: 0, global: 12, fields: [{ number: 0, baseType: ENUM, bytes: 1 }] };

/** `field_description` of one-byte numbers. */
function description(developerIndex: number, number: number, name: string, unit: string): number[] {
  const [nameBytes, unitBytes] = [name, unit].map((text) => [...new TextEncoder().encode(text), 0]) as [
    number[],
    number[],
  ];
  return [
    ...[0x43, 0, 0, 206, 0, 5, 0, 1, UINT8, 1, 1, UINT8, 2, 1, UINT8],
    ...[3, nameBytes.length, 0x07, 8, unitBytes.length, 0x07],
    ...[0x03, developerIndex, number, UINT8, ...nameBytes, ...unitBytes],
  ];
}

interface AppField {
  readonly index: number;
  readonly number: number;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
}

/** A run of 100 s with the fields of apps, with or without the watch's own cadence of 80 strides. */
function runWith(apps: readonly AppField[], ownCadence = true): Activity {
  const record: RawDefinition = {
    local: 2,
    global: 20,
    fields: [
      { number: 253, baseType: UINT32, bytes: 4 },
      ...(ownCadence ? [{ number: 4, baseType: UINT8, bytes: 1 } as const] : []),
    ],
    developerFields: apps.map(({ index, number }) => ({ number, bytes: 1, developerIndex: index })),
  };
  const rows = Array.from({ length: LAST + 1 }, (_, i) =>
    data(record, [START_S + i, ...(ownCadence ? [80] : []), ...apps.map(({ value }) => value)]),
  );
  return parseOrThrow(
    rawFitFile([
      ...[definition(FILE_ID), data(FILE_ID, [4]), definition(SPORT), data(SPORT, [1])],
      ...apps.map(({ index, number, name, unit }) => description(index, number, name, unit)),
      ...[definition(record), ...rows],
    ]),
  );
}

describe('developer fields of a FIT file', () => {
  it('never take the place of the watch’s own field of the same name', () => {
    const { samples, developerFields } = runWith([{ index: 0, number: 7, name: 'cadence', unit: 'spm', value: 163 }]);
    expect(samples.cadencePerMin?.[LAST]).toBe(80);
    expect(developerFields).toMatchObject([{ developerIndex: 0, fieldNumber: 7, name: 'cadence', unit: 'spm' }]);
    expect(developerFields[0]?.values[LAST]).toBe(163);
  });

  it('are kept apart by index and number where names are the same, empty or short', () => {
    const { developerFields } = runWith([
      { index: 0, number: 0, name: 'Power', unit: 'W', value: 1 },
      { index: 1, number: 0, name: 'Power', unit: 'W', value: 2 },
      { index: 1, number: 1, name: '', unit: '', value: 3 },
      { index: 1, number: 2, name: 'FS', unit: '', value: 4 },
    ]);
    expect(developerFields.map(({ name, unit, values }) => [name, unit, values[LAST]])).toEqual([
      ['Power', 'W', 1],
      ['Power', 'W', 2],
      ['', null, 3],
      ['FS', null, 4],
    ]);
  });

  it('called cadence stand in where the watch has none, one foot or both by their unit, with a warning', () => {
    const steps = runWith([{ index: 0, number: 0, name: 'Cadence', unit: 'SPM', value: 164 }], false);
    const strides = runWith([{ index: 0, number: 0, name: 'Cadence', unit: 'RPM', value: 82 }], false);
    expect(steps.samples.cadencePerMin?.[LAST]).toBe(82);
    expect(strides.samples.cadencePerMin?.[LAST]).toBe(82);
    expect(steps.warnings.map(({ code }) => code)).toEqual(['cadence-of-app']);
  });

  it('called distance or speed stand in where nothing else tells the way', () => {
    const far = runWith([{ index: 0, number: 0, name: 'Distance', unit: 'm', value: 200 }]);
    expect(far.samples.distanceM?.[LAST]).toBe(200);
    expect(far.warnings.map(({ code }) => code)).toEqual(['way-of-app']);
    const fast = runWith([{ index: 0, number: 0, name: 'Speed', unit: 'km/h', value: 9 }]);
    expect(fast.samples.speedMps?.[LAST]).toBe(2.5);
    const unknown = runWith([{ index: 0, number: 0, name: 'Speed', unit: 'min/mi', value: 9 }]);
    expect(unknown.samples.speedMps).toBeNull();
  });

  it('called cadence in a unit that tells nothing do not stand in', () => {
    const { samples } = runWith([{ index: 0, number: 0, name: 'Cadence', unit: '', value: 164 }], false);
    expect(samples.cadencePerMin).toBeNull();
  });
});
