import type { Result } from '../result.ts';
import type { Activity } from './activity.ts';
import { assembleRuns } from './assemble-runs.ts';
import { chooseRuns } from './choose-runs.ts';
import { fitTimeMs } from './fit-decode.ts';
import { frameFit } from './fit-framing.ts';
import { FitParts } from './fit-parts.ts';
import { takeStandIns } from './fit-stand-ins.ts';
import { fitBarometer, fitDevice, fitLap, fitTotals } from './fit-summary.ts';
import type { ParseError } from './parse-error.ts';
import type { ParseOptions } from './parse-options.ts';
import { refuseDamaged, refuseNoSamples, refuseSport } from './refuse.ts';
import { Warnings } from './warnings.ts';

/**
 * Reads a FIT file.
 *
 * @param bytes told to be FIT by their content.
 * @returns a run for each running session, in order of time; else why there is none.
 */
export function parseFit(
  bytes: Uint8Array,
  { treatAsRun = false }: ParseOptions,
): Result<readonly Activity[], ParseError> {
  const warnings = new Warnings();
  const framed = frameFit(bytes, warnings);
  if (!framed.ok) return framed;
  const parts = new FitParts(bytes, warnings);
  for (const stretches of framed.value) parts.add(stretches);
  if (!parts.readAny) return refuseDamaged();
  if (parts.stretches.length === 0) {
    const [kind] = parts.otherKinds;
    if (kind === undefined) return warnings.tellDamage ? refuseDamaged() : refuseNoSamples();
    const why = `This is a FIT file of the kind “${kind}”, not a recorded activity.`;
    return refuseSport(`${kind} file`, { why });
  }
  for (const code of takeStandIns(parts.table, parts.developer)) warnings.add(code);
  parts.takeWayOfLaps();
  const chosen = chooseRuns(parts.table, parts.stretches, treatAsRun, warnings);
  if (!chosen.ok) return chosen.error.code === 'no-samples' && warnings.tellDamage ? refuseDamaged() : chosen;
  const { stretches, basisOf } = chosen.value;
  const developerColumns = [...parts.developer.values()].filter(({ column }) => !column.isEmpty);
  const device = fitDevice(parts.fileIds, parts.devices, parts.creators);
  const hasBarometer = fitBarometer(parts.devices);
  // A watch opens a session for each run; pauses within one never do.
  const runs = stretches.map((stretch) => [stretch] as const);
  return assembleRuns(parts.table, runs, basisOf, parts.pauses, warnings, ([{ session, laps }]) => ({
    format: 'fit',
    startedAtMs: fitTimeMs(session.start_time),
    cadenceUnit: 'strides',
    laps: laps.flatMap((lap) => fitLap(lap) ?? []),
    device,
    deviceTotals: fitTotals(session),
    developerColumns,
    hasBarometer,
  }));
}
