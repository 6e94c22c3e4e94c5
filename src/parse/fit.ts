import type { Result } from '../result.ts';
import type { Activity } from './activity.ts';
import { assemble } from './assemble.ts';
import { chooseRuns } from './choose-runs.ts';
import { fitTimeMs } from './fit-decode.ts';
import { standInCadence } from './fit-developer-cadence.ts';
import { frameFit } from './fit-framing.ts';
import { FitParts } from './fit-parts.ts';
import { fitBarometer, fitDevice, fitLap, fitTotals } from './fit-summary.ts';
import type { ParseError } from './parse-error.ts';
import { refuseDamaged, refuseNoSamples, refuseSport } from './refuse.ts';
import { joinStretches } from './stretches.ts';
import { Warnings } from './warnings.ts';

/**
 * Reads a FIT file.
 *
 * @param bytes told to be FIT by their content.
 * @returns the run or runs in it; else why not.
 */
export function parseFit(bytes: Uint8Array): Result<Activity, ParseError> {
  const warnings = new Warnings();
  const framed = frameFit(bytes, warnings);
  if (!framed.ok) return framed;
  const parts = new FitParts(warnings);
  for (const part of framed.value) parts.add(part);
  if (!parts.readAny) return refuseDamaged();
  if (parts.stretches.length === 0) {
    const [kind] = parts.otherKinds;
    if (kind === undefined) return warnings.tellDamage ? refuseDamaged() : refuseNoSamples();
    return refuseSport(`${kind} file`, `This is a FIT file of the kind “${kind}”, not a recorded activity.`);
  }
  if (standInCadence(parts.table, parts.developer)) warnings.add('cadence-of-app');
  const chosen = chooseRuns(parts.table, parts.stretches, warnings);
  if (!chosen.ok) return chosen.error.code === 'no-samples' && warnings.tellDamage ? refuseDamaged() : chosen;
  const { stretches, run } = chosen.value;
  const { rows, pauses } = joinStretches(parts.table, stretches);
  const sessions = stretches.map(({ session }) => session);
  return assemble({
    format: 'fit',
    table: parts.table,
    rows,
    run,
    startedAtMs: fitTimeMs(sessions[0]?.start_time),
    cadenceUnit: 'strides',
    pauses: [...parts.pauses, ...pauses],
    laps: stretches.flatMap(({ laps }) => laps.flatMap((lap) => fitLap(lap) ?? [])),
    device: fitDevice(parts.fileIds, parts.devices, parts.creators),
    deviceTotals: fitTotals(sessions),
    developerColumns: [...parts.developer.values()].map(({ field: { key: _key, ...field }, column }) => ({
      field,
      column,
    })),
    hasBarometer: fitBarometer(parts.devices),
    warnings,
  });
}
