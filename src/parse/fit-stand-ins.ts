import type { ChannelName } from './activity.ts';
import type { DeveloperColumns } from './fit-developer-fields.ts';
import { TELLS_WAY } from './lap-way.ts';
import type { SampleTable } from './sample-table.ts';
import type { ParseWarningCode } from './warnings.ts';

/** A field that apps write under a channel's name, lower case, with what its units are divided by. */
interface StandIn {
  readonly channel: ChannelName;
  readonly name: string;
  readonly units: Readonly<Record<string, number>>;
  /** Where one of these is recorded, nobody need stand in. */
  readonly unless: readonly ChannelName[];
  readonly warning: ParseWarningCode;
}

const STAND_INS: readonly StandIn[] = [
  {
    channel: 'cadencePerMin',
    name: 'cadence',
    // One foot or both: a unit that does not tell is no help.
    units: { rpm: 1, 'strides/min': 1, spm: 2, 'steps/min': 2, 'steps per minute': 2 },
    unless: ['cadencePerMin'],
    warning: 'cadence-of-app',
  },
  {
    channel: 'distanceM',
    name: 'distance',
    units: { m: 1, meters: 1, metres: 1, km: 0.001 },
    unless: TELLS_WAY,
    warning: 'way-of-app',
  },
  {
    channel: 'speedMps',
    name: 'speed',
    units: { 'm/s': 1, mps: 1, 'km/h': 3.6, kph: 3.6, kmh: 3.6 },
    unless: TELLS_WAY,
    warning: 'way-of-app',
  },
];

/**
 * Takes from an app (a footpod such as Stryd, a treadmill) what the watch recorded none of, where the app names a known unit.
 *
 * @returns the warnings on what was taken.
 */
export function takeStandIns(table: SampleTable, developer: DeveloperColumns): ParseWarningCode[] {
  return STAND_INS.flatMap(({ channel, name, units, unless, warning }) => {
    if (unless.some((recorded) => table.has(recorded))) return [];
    for (const { field, column } of developer.values()) {
      const divisor = units[field.unit?.toLowerCase() ?? ''];
      if (field.name.toLowerCase() !== name || divisor === undefined) continue;
      for (let row = 0; row < table.length; row += 1) {
        const value = column.at(row) / divisor;
        if (!Number.isNaN(value)) table.set(channel, row, value);
      }
      return table.has(channel) ? [warning] : [];
    }
    return [];
  });
}
