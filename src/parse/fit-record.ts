import type { CompressedSpeedDistance } from './compressed-speed-distance.ts';
import { type FitFields, fitNumber, fitTimeMs } from './fit-decode.ts';
import type { DescribedField } from './fit-developer-fields.ts';
import { GrowingColumn, type SampleTable } from './sample-table.ts';

const MM_PER_M = 1000;
const NOT_MEASURED = 0;

/** No foot, heart or step measures 0 here: some watches write it where they did not measure. */
const measured = (value: unknown): number => {
  const number = fitNumber(value);
  return number === NOT_MEASURED ? Number.NaN : number;
};

const either = (first: number, second: number): number => (Number.isNaN(first) ? second : first);

/** Strides a minute with their fraction, in whichever of FIT's two spellings. */
function stridesPerMin(record: FitFields): number {
  const whole = fitNumber(record.cadence);
  if (Number.isNaN(whole)) return fitNumber(record.cadence256);
  return whole + either(fitNumber(record.fractional_cadence), 0);
}

/**
 * Adds one record message as a row.
 *
 * @param packed the unpacker of this recording's speed and distance in one field.
 * @returns whether it had a time; without one it is left out.
 */
export function addFitRecord(table: SampleTable, record: FitFields, packed: CompressedSpeedDistance): boolean {
  const timeMs = fitTimeMs(record.timestamp);
  if (Number.isNaN(timeMs)) return false;
  table.addRow(timeMs);
  table.putPosition(fitNumber(record.position_lat), fitNumber(record.position_long));
  table.put('altitudeM', either(fitNumber(record.enhanced_altitude), fitNumber(record.altitude)));
  const unpacked = packed.read(record.compressed_speed_distance);
  table.put('distanceM', either(fitNumber(record.distance), unpacked?.distanceM ?? Number.NaN));
  const speedMps = either(fitNumber(record.enhanced_speed), fitNumber(record.speed));
  table.put('speedMps', either(speedMps, unpacked?.speedMps ?? Number.NaN));
  table.put('cadencePerMin', stridesPerMin(record));
  table.put('heartRateBpm', measured(record.heart_rate));
  table.put('stepLengthM', measured(record.step_length) / MM_PER_M);
  table.put('groundContactMs', measured(record.stance_time));
  table.put('groundContactBalancePct', measured(record.stance_time_balance));
  table.put('verticalOscillationMm', measured(record.vertical_oscillation));
  table.put('verticalRatioPct', measured(record.vertical_ratio));
  return true;
}

/** Columns of developer fields, by the key of {@link DescribedField}. */
export type DeveloperColumns = Map<string, { readonly field: DescribedField; readonly column: GrowingColumn }>;

/** Notes the developer fields of a record that was just added as `row`; only numbers are kept. */
export function addDeveloperValues(
  columns: DeveloperColumns,
  described: readonly DescribedField[],
  record: FitFields,
  row: number,
): void {
  for (const field of described) {
    const value = fitNumber(record[field.key]);
    if (Number.isNaN(value)) continue;
    let entry = columns.get(field.key);
    if (!entry) {
      entry = { field, column: new GrowingColumn() };
      columns.set(field.key, entry);
    }
    entry.column.set(row, value);
  }
}
