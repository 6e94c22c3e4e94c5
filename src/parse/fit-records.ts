import { COMPRESSED_SPEED_DISTANCE_BYTES, CompressedSpeedDistance } from './compressed-speed-distance.ts';
import { type DeveloperColumns, DeveloperFields } from './fit-developer-fields.ts';
import { FIT_TYPE, holdsWholeValues, readFitNumber } from './fit-types.ts';
import { type FitDefinition, type FitField, type FitMessage, fitFields, viewOf } from './fit-walk.ts';
import type { GrowingColumn, SampleTable } from './sample-table.ts';

const { sint32, uint8, uint16, uint32 } = FIT_TYPE;

/** A field of records: its number and type in the public FIT profile; its value is raw ÷ scale + offset. */
interface NativeField {
  readonly number: number;
  readonly type: number;
  readonly scale: number;
  readonly offset: number;
}

const native = (number: number, type: number, scale = 1, offset = 0): NativeField => ({ number, type, scale, offset });

/** The fields that Kneewise reads, as named in the profile, in the units of {@link Samples} unless told. */
const NATIVE = {
  positionLat: native(0, sint32),
  positionLong: native(1, sint32),
  altitude: native(2, uint16, 5, -500),
  heartRate: native(3, uint8),
  cadence: native(4, uint8),
  distance: native(5, uint32, 100),
  speed: native(6, uint16, 1000),
  verticalOscillation: native(39, uint16, 10),
  stanceTime: native(41, uint16, 10),
  cadence256: native(52, uint16, 256),
  fractionalCadence: native(53, uint8, 128),
  enhancedSpeed: native(73, uint32, 1000),
  enhancedAltitude: native(78, uint32, 5, -500),
  verticalRatio: native(83, uint16, 100),
  stanceTimeBalance: native(84, uint16, 100),
  stepLength: native(85, uint16, 10),
} as const;
/** Three bytes of {@link CompressedSpeedDistance}. */
const COMPRESSED_SPEED_DISTANCE = native(8, FIT_TYPE.byte);

const FIELDS: readonly NativeField[] = Object.values(NATIVE);
type FieldName = keyof typeof NATIVE;
const PLACES = Object.fromEntries(Object.keys(NATIVE).map((name, place) => [name, place]));
const PLACE = PLACES as Readonly<Record<FieldName, number>>;

/** Devices write one byte as any of these. */
const ONE_BYTE: ReadonlySet<number> = new Set([FIT_TYPE.enum, FIT_TYPE.uint8, FIT_TYPE.byte]);
const isOfType = (type: number, wanted: number): boolean =>
  type === wanted || (ONE_BYTE.has(type) && ONE_BYTE.has(wanted));

/** Seconds from 1970 to 1989-12-31, from where FIT counts. */
const FIT_EPOCH_S = 631_065_600;
const DEG_PER_SEMICIRCLE = 180 / 2 ** 31;
const MM_PER_M = 1000;
const LEADING_TIME_BYTES = 4;

/** Records of one layout that are read together: field by field over many takes a third of the time of record by record. */
const BATCH_RECORDS = 512;

/** What of a data message is read, and where it stands behind the header; and the messages met that are still to be read. */
interface Layout {
  readonly definition: FitDefinition;
  readonly steps: readonly (NativeField & { readonly at: number; readonly place: number })[];
  /** The places of the fields that it has. */
  readonly has: ReadonlySet<number>;
  readonly packedAt: number | null;
  readonly developer: readonly FitField[];
  /** Where the fields of each message are counted from, and its row in the table. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  waiting: number;
}

function layoutOf(definition: FitDefinition): Layout {
  const { native: fields, developer } = fitFields(definition);
  const steps = fields.flatMap(({ number, size, typeOrApp, at }) => {
    const place = FIELDS.findIndex((field) => field.number === number && isOfType(typeOrApp, field.type));
    const field = FIELDS[place];
    // A field may hold a list; its first number counts.
    return field && holdsWholeValues(size, typeOrApp) ? [{ ...field, at, place }] : [];
  });
  const packed = fields.find(
    ({ number, size, typeOrApp }) =>
      number === COMPRESSED_SPEED_DISTANCE.number &&
      size === COMPRESSED_SPEED_DISTANCE_BYTES &&
      isOfType(typeOrApp, COMPRESSED_SPEED_DISTANCE.type),
  );
  const has = new Set(steps.map(({ place }) => place));
  const [starts, rows] = [new Uint32Array(BATCH_RECORDS), new Uint32Array(BATCH_RECORDS)];
  return { definition, steps, has, packedAt: packed?.at ?? null, developer, starts, rows, waiting: 0 };
}

const either = (first: number, second: number): number => (Number.isNaN(first) ? second : first);

/** No foot, heart or step measures 0 here: some watches write it where they did not measure. */
const measured = (value: number): number => (value === 0 ? Number.NaN : value);

/** Reads the records of one part of a FIT file from its bytes into the columns of a table. */
export class FitRecords {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #table: SampleTable;
  readonly #developer: DeveloperFields;
  readonly #packed = new CompressedSpeedDistance();
  /** Of the last record by local number: all of a recording have one or two. */
  readonly #layouts: Layout[] = [];
  /** Of the batch that is being read: the numbers of each field one behind the other, by {@link PLACE}; NaN is missing. */
  readonly #values = FIELDS.map(() => new Float64Array(BATCH_RECORDS));

  /**
   * @param bytes the whole file, into which the messages point.
   * @param table gets a row for each record.
   * @param columns get the developer fields of these rows.
   */
  constructor(bytes: Uint8Array, table: SampleTable, columns: DeveloperColumns) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    this.#table = table;
    this.#developer = new DeveloperFields(columns);
  }

  /** Takes a field description message; it counts for the records behind it. */
  describe(message: FitMessage): void {
    this.#developer.describe(this.#bytes, message);
  }

  /** Adds a record as a row, which is whole after `finish`. @param timeS its time, seconds since 1989-12-31 UTC. */
  add({ definition, local, start, timeOffset }: FitMessage, timeS: number): void {
    let layout = this.#layouts[local];
    if (layout?.definition !== definition) {
      if (layout) this.#read(layout);
      layout = layoutOf(definition);
      this.#layouts[local] = layout;
    }
    // Offsets count from a leading timestamp, also where it is not on the wire because the header carries the time.
    const from = timeOffset !== null && definition.timestampAt === 0 ? start - LEADING_TIME_BYTES : start;
    const table = this.#table;
    const row = table.length;
    table.addRow((FIT_EPOCH_S + timeS) * 1000);
    if (layout.packedAt === null) this.#packed.skip();
    else {
      this.#packed.read(this.#bytes, from + layout.packedAt);
      table.columns.distanceM.put(row, this.#packed.distanceM);
      table.columns.speedMps.put(row, this.#packed.speedMps);
    }
    this.#developer.read(this.#view, from, definition.littleEndian, layout.developer, row);
    layout.starts[layout.waiting] = from;
    layout.rows[layout.waiting] = row;
    layout.waiting += 1;
    if (layout.waiting === BATCH_RECORDS) this.#read(layout);
  }

  /** Reads what of the records added is still to be read. */
  finish(): void {
    for (const layout of this.#layouts) if (layout) this.#read(layout);
  }

  /** Reads the fields of the messages that wait. */
  #read(layout: Layout): void {
    const { starts, waiting, steps, definition } = layout;
    for (const values of this.#values) values.fill(Number.NaN, 0, waiting);
    for (const { at, type, place, scale, offset } of steps) {
      const values = this.#values[place] as Float64Array;
      for (let i = 0; i < waiting; i += 1) {
        const raw = readFitNumber(this.#view, (starts[i] as number) + at, type, definition.littleEndian);
        if (!Number.isNaN(raw)) values[i] = raw / scale + offset;
      }
    }
    this.#store(layout);
    layout.waiting = 0;
  }

  /** Writes the numbers of the batch into its rows; where a field is missing, what the packed field told stays. */
  #store(layout: Layout): void {
    const { has, rows, waiting } = layout;
    const { columns } = this.#table;
    const [lats, lons] = [this.#of('positionLat'), this.#of('positionLong')];
    const positions = has.has(PLACE.positionLat) ? waiting : 0;
    for (let i = 0; i < positions; i += 1) {
      const latDeg = (lats[i] as number) * DEG_PER_SEMICIRCLE;
      this.#table.putPosition(rows[i] as number, latDeg, (lons[i] as number) * DEG_PER_SEMICIRCLE);
    }
    // Strides a minute, in whichever of FIT's two spellings.
    const [cadence, fraction] = [this.#of('cadence'), this.#of('fractionalCadence')];
    for (let i = 0; i < waiting; i += 1) cadence[i] = (cadence[i] as number) + either(fraction[i] as number, 0);
    this.#put(layout, columns.cadencePerMin, 'cadence', 'cadence256');
    this.#put(layout, columns.altitudeM, 'enhancedAltitude', 'altitude');
    this.#put(layout, columns.distanceM, 'distance');
    this.#put(layout, columns.speedMps, 'enhancedSpeed', 'speed');
    this.#putMeasured(layout, columns.heartRateBpm, 'heartRate');
    this.#putMeasured(layout, columns.stepLengthM, 'stepLength', MM_PER_M);
    this.#putMeasured(layout, columns.groundContactMs, 'stanceTime');
    this.#putMeasured(layout, columns.groundContactBalancePct, 'stanceTimeBalance');
    this.#putMeasured(layout, columns.verticalOscillationMm, 'verticalOscillation');
    this.#putMeasured(layout, columns.verticalRatioPct, 'verticalRatio');
  }

  #of(field: FieldName): Float64Array {
    return this.#values[PLACE[field]] as Float64Array;
  }

  /** @param otherwise the field that tells the same where the first is missing. */
  #put({ has, rows, waiting }: Layout, column: GrowingColumn, field: FieldName, otherwise = field): void {
    if (!has.has(PLACE[field]) && !has.has(PLACE[otherwise])) return;
    const [first, second] = [this.#of(field), this.#of(otherwise)];
    for (let i = 0; i < waiting; i += 1) column.put(rows[i] as number, either(first[i] as number, second[i] as number));
  }

  /** @param parts what it is divided by: the unit of the table in that of the file. */
  #putMeasured({ has, rows, waiting }: Layout, column: GrowingColumn, field: FieldName, parts = 1): void {
    if (!has.has(PLACE[field])) return;
    const values = this.#of(field);
    for (let i = 0; i < waiting; i += 1) column.put(rows[i] as number, measured(values[i] as number) / parts);
  }
}
