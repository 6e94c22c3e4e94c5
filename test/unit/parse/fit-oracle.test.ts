/**
 * Records that are read straight into columns against what `fit-file-parser`, the oracle, says of the same records: bit for
 * bit, over made files, generated ones and every real one. Where the oracle cannot tell is listed in {@link isBeyond}.
 */
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../../../fixtures/broken/all.ts';
import { sampleSeason } from '../../../fixtures/season/sample-season.ts';
import { data, definition, type RawDefinition, rawFitFile } from '../../../fixtures/write/raw-fit.ts';
import type { ChannelName } from '../../../src/parse/activity.ts';
import { frameFit } from '../../../src/parse/fit-framing.ts';
import { FitParts } from '../../../src/parse/fit-parts.ts';
import { FIT_TYPE } from '../../../src/parse/fit-types.ts';
import { Warnings } from '../../../src/parse/warnings.ts';
import { hasRealData, readRealFile, realDataIndex } from '../../support/real-data.ts';

if (!hasRealData) console.warn('fit-oracle.test.ts: real files skipped, their folder is not there');

type Message = Readonly<Record<string, unknown>>;

/** The first number in a field, NaN where there is none. */
const number = (value: unknown): number => {
  const found = [value].flat().find((one) => typeof one === 'number' && Number.isFinite(one));
  return typeof found === 'number' ? found : Number.NaN;
};
const or = (first: number, second: number): number => (Number.isNaN(first) ? second : first);
const positive = (value: unknown): number => number(value) || Number.NaN;

const isOnGlobe = (record: Message): boolean =>
  Math.abs(number(record.position_lat)) <= 90 && Math.abs(number(record.position_long)) <= 180;

const PACKED = 'compressed_speed_distance';
const HEADER_BYTES = 14;
const CRC_BYTES = 2;
const MOST_TOLD = 20;

/** Each channel by the names of the FIT profile: these, and what is made of them. */
const CHANNELS: readonly (readonly [ChannelName, readonly string[], (record: Message) => number])[] = [
  ['latDeg', ['position_lat', 'position_long'], (r) => (isOnGlobe(r) ? number(r.position_lat) : Number.NaN)],
  ['lonDeg', ['position_lat', 'position_long'], (r) => (isOnGlobe(r) ? number(r.position_long) : Number.NaN)],
  ['altitudeM', ['enhanced_altitude', 'altitude'], (r) => or(number(r.enhanced_altitude), number(r.altitude))],
  ['distanceM', ['distance', PACKED], (r) => number(r.distance)],
  ['speedMps', ['enhanced_speed', 'speed', PACKED], (r) => or(number(r.enhanced_speed), number(r.speed))],
  [
    'cadencePerMin',
    ['cadence', 'fractional_cadence', 'cadence256'],
    (r) => or(number(r.cadence) + or(number(r.fractional_cadence), 0), number(r.cadence256)),
  ],
  ['heartRateBpm', ['heart_rate'], (r) => positive(r.heart_rate)],
  ['stepLengthM', ['step_length'], (r) => positive(r.step_length) / 1000],
  ['groundContactMs', ['stance_time'], (r) => positive(r.stance_time)],
  ['groundContactBalancePct', ['stance_time_balance'], (r) => positive(r.stance_time_balance)],
  ['verticalOscillationMm', ['vertical_oscillation'], (r) => positive(r.vertical_oscillation)],
  ['verticalRatioPct', ['vertical_ratio'], (r) => positive(r.vertical_ratio)],
];

/** What the oracle says of a file: its records with a time, and the names of the fields of apps, each as often as described. */
interface Truth {
  readonly records: readonly Message[];
  readonly apps: readonly string[];
}

/** Null where the oracle refuses the file. */
function truthOfPart(bytes: Uint8Array): Truth | null {
  let messages: Readonly<Record<string, readonly Message[] | undefined>> | null = null;
  try {
    new FitParser({ force: false, mode: 'list' }).parse(Uint8Array.from(bytes).buffer, (_error, found) => {
      messages = (found?.messages ?? null) as typeof messages;
    });
  } catch {
    return null;
  }
  if (!messages) return null;
  const { record = [], field_description: described = [] } = messages as Record<string, readonly Message[] | undefined>;
  const fields = new Map(
    described.map(({ developer_data_index: app, field_definition_number: field, field_name: name }) => [
      `${app} ${field} ${name}`,
      String(name ?? '').trim(),
    ]),
  );
  return { records: record.filter(({ timestamp }) => timestamp instanceof Date), apps: [...fields.values()] };
}

/** The same for files chained in one. */
function truthOf(bytes: Uint8Array): Truth | null {
  if (bytes.length < HEADER_BYTES) return null;
  const parts: Truth[] = [];
  for (let at = 0; at < bytes.length; ) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    const size = view.getUint8(0) + view.getUint32(4, true) + CRC_BYTES;
    const part = truthOfPart(bytes.subarray(at, at + size));
    if (!part) return null;
    parts.push(part);
    at += size;
  }
  return { records: parts.flatMap(({ records }) => records), apps: parts.flatMap(({ apps }) => apps) };
}

function columns(bytes: Uint8Array): FitParts {
  const warnings = new Warnings();
  const framed = frameFit(bytes, warnings);
  if (!framed.ok) throw new Error(framed.error.message);
  const parts = new FitParts(bytes, warnings);
  for (const part of framed.value) parts.add(part);
  return parts;
}

/**
 * Whether the oracle cannot tell a channel of a file: an app's field of the same name took its place, or it is packed in a
 * field whose bytes of 255 the oracle takes for missing.
 */
const isBeyond = (names: readonly string[], { records, apps }: Truth): boolean =>
  names.some((name) => apps.includes(name)) ||
  (names.includes(PACKED) && records.some((record) => record[PACKED] !== undefined));

interface Comparison {
  readonly records: number;
  readonly wrong: readonly string[];
  /** Channels that could not be compared. */
  readonly beyond: readonly ChannelName[];
}

/** Holds every row of a file against the oracle; null where that refuses the file. */
function compare(bytes: Uint8Array): Comparison | null {
  const truth = truthOf(bytes);
  if (!truth) return null;
  const { table, developer } = columns(bytes);
  const wrong: string[] = [];
  const hold = (name: string, row: number, found: number, told: number): void => {
    if (!Object.is(found, told) && wrong.length < MOST_TOLD)
      wrong.push(`${name} of row ${row}: ${found}, told ${told}`);
  };
  hold('number', 0, table.length, truth.records.length);
  const beyond = CHANNELS.filter(([, names]) => isBeyond(names, truth)).map(([channel]) => channel);
  const channels = CHANNELS.filter(([channel]) => !beyond.includes(channel));
  const natives = new Set(CHANNELS.flatMap(([, names]) => names));
  // Of two fields of one name the oracle keeps one, and one without a name it drops.
  const fields = [...developer.values()].filter(
    ({ field: { name } }) => name !== '' && truth.apps.filter((app) => app === name).length === 1,
  );
  truth.records.forEach((record, row) => {
    hold('time', row, table.timeMs(row), (record.timestamp as Date).getTime());
    for (const [channel, , of] of channels) hold(channel, row, table.at(channel, row), of(record));
    for (const { field, column } of fields) {
      const found = column.at(row);
      // Where the app says nothing, the watch's own number may stand under that name.
      if (natives.has(field.name) && Number.isNaN(found)) continue;
      hold(`field ${field.name}`, row, found, number(record[field.name]));
    }
  });
  return { records: truth.records.length, wrong, beyond };
}

/** The comparisons of the files that the oracle takes. */
const compareAll = (files: readonly { readonly name: string; bytes(): Uint8Array }[]) =>
  files.flatMap(({ name, bytes }) => {
    const found = compare(bytes());
    return found ? [{ name, ...found }] : [];
  });

const MADE = [
  ...sampleSeason().map(({ name, bytes }) => ({ name, bytes: () => bytes })),
  ...BROKEN.map(({ name, bytes }) => ({ name, bytes })),
].filter(({ name }) => name.endsWith('.fit'));

const REAL = realDataIndex()
  .map(({ path = '' }) => path)
  .filter((path) => /\.fit(\.gz)?$/i.test(path))
  .map((path) => ({
    name: path,
    bytes: () => (path.endsWith('.gz') ? gunzipSync(readRealFile(path)) : readRealFile(path)),
  }));

const TYPES = Object.values(FIT_TYPE);
const NUMBER_TYPES = TYPES.filter((type) => type !== FIT_TYPE.enum && type !== FIT_TYPE.byte);
/** Fields of records: those that are read but for the packed one, and two that are not. */
const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 13, 39, 41, 52, 53, 73, 78, 83, 84, 85] as const;
const START_S = 1_100_000_000;
const TIME = { number: 253, baseType: FIT_TYPE.uint32, bytes: 4 } as const;

const anyField = fc.record({
  number: fc.constantFrom(...NUMBERS),
  baseType: fc.constantFrom(...TYPES),
  bytes: fc.constantFrom(1 as const, 2 as const, 4 as const),
});
/** Bytes of edges, where missing values are, or any. */
const anyValue = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_ffff), fc.nat(2 ** 31));
const anyApp = fc.record({
  index: fc.nat(3),
  type: fc.constantFrom(...NUMBER_TYPES),
  scale: fc.constantFrom(1, 10, 100, 255),
  offset: fc.constantFrom(0, 5, 127, 200),
  bytes: fc.constantFrom(1 as const, 2 as const, 4 as const),
  name: fc.constantFrom('own', 'cadence', 'distance'),
});
const anyLayout = fc.record({
  fields: fc.array(anyField, { maxLength: 8 }),
  apps: fc.array(anyApp, { maxLength: 3 }),
  bigEndian: fc.boolean(),
  timeAt: fc.nat(8),
});
const anyRecord = fc.record({
  layout: fc.nat(3),
  passedS: fc.integer({ min: 0, max: 31 }),
  hasHeaderTime: fc.boolean(),
  values: fc.array(anyValue, { minLength: 11, maxLength: 11 }),
});

/** A field description: type, scale and offset of a field, whose name gets its number behind it. */
function describeField(
  app: { index: number; type: number; scale: number; offset: number; name: string },
  field: number,
) {
  const name = [...new TextEncoder().encode(app.name === 'own' ? `own ${field}` : app.name), 0];
  const layout = [0, 1, 2, 6, 7].flatMap((number) => [number, 1, number === 7 ? FIT_TYPE.sint8 : FIT_TYPE.uint8]);
  return [
    ...[0x4f, 0, 0, 206, 0, 6, ...layout, 3, name.length, FIT_TYPE.string],
    ...[0x0f, app.index, field, app.type, app.scale, app.offset, ...name],
  ];
}

/** Records of several layouts in turn, some with the time in their header. */
const anyFile = fc
  .record({
    layouts: fc.array(anyLayout, { minLength: 4, maxLength: 4 }),
    records: fc.array(anyRecord, { maxLength: 30 }),
  })
  .map(({ layouts, records }) => {
    const described: number[][] = [];
    const kinds = layouts.map(({ fields, apps, bigEndian, timeAt }, local): RawDefinition => {
      const developerFields = apps.map((app) => {
        const field = described.push(describeField(app, described.length)) - 1;
        return { number: field, bytes: app.bytes, developerIndex: app.index };
      });
      const at = Math.min(timeAt, fields.length);
      return {
        local,
        global: 20,
        bigEndian,
        developerFields,
        fields: [...fields.slice(0, at), TIME, ...fields.slice(at)],
      };
    });
    let timeS = START_S;
    const messages = records.map(({ layout, passedS, hasHeaderTime, values }, i) => {
      const kind = kinds[layout] as RawDefinition;
      timeS += passedS;
      const sizes = [...kind.fields, ...(kind.developerFields ?? [])];
      const stored = sizes.map((field, at) => (field === TIME ? timeS : (values[at] ?? 0) % 256 ** field.bytes));
      // A header counts on from the time before it; a field of time in front is left out then.
      if (!hasHeaderTime || i === 0 || kind.fields[0] !== TIME) return data(kind, stored);
      return data(kind, stored, timeS).toSpliced(1, TIME.bytes);
    });
    return rawFitFile([...described, ...kinds.map(definition), ...messages]);
  });

describe('the columns of FIT records', () => {
  it('are what the oracle says of the project’s own files', () => {
    const compared = compareAll(MADE);
    expect(compared.length).toBeGreaterThan(20);
    expect(compared.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });

  it('are what the oracle says of files of any fields, types, sizes and layouts', () => {
    let records = 0;
    fc.assert(
      fc.property(anyFile, (bytes) => {
        const found = compare(bytes);
        records += found?.records ?? 0;
        expect(found?.wrong).toEqual([]);
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
    expect(records).toBeGreaterThan(1000);
  });

  it.skipIf(!hasRealData)('are what the oracle says of real files', () => {
    const compared = compareAll(REAL);
    expect(compared.length).toBeGreaterThan(0.95 * REAL.length);
    expect(compared.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(compared.filter(({ beyond }) => beyond.length > 0).length).toBeLessThan(0.01 * REAL.length);
  });
});
