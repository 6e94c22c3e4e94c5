import type { DeveloperColumns } from './fit-developer-fields.ts';
import type { SampleTable } from './sample-table.ts';

/** Units that apps write for one foot and for both, lower case. */
const FEET: Readonly<Record<string, number>> = {
  rpm: 1,
  'strides/min': 1,
  spm: 2,
  'steps/min': 2,
  'steps per minute': 2,
};

/**
 * Takes the cadence of an app (a footpod such as Stryd) where the watch recorded none of its own and the app names a unit
 * that tells one foot from both.
 *
 * @returns whether it was taken.
 */
export function standInCadence(table: SampleTable, developer: DeveloperColumns): boolean {
  if (table.has('cadencePerMin')) return false;
  for (const { field, column } of developer.values()) {
    const feet = FEET[field.unit?.toLowerCase() ?? ''];
    if (field.name.toLowerCase() !== 'cadence' || feet === undefined) continue;
    for (let row = 0; row < table.length; row += 1) {
      const cadence = column.at(row) / feet;
      if (!Number.isNaN(cadence)) table.set('cadencePerMin', row, cadence);
    }
    return table.has('cadencePerMin');
  }
  return false;
}
