/** `kneewise plan`: what a route would ask of the knees, without keeping it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type DistanceUnit,
  forecastPlan,
  type PlanForecast,
  type PlannedRoute,
  readRoute,
  UNKNOWN_PROFILE,
  wordsIn,
} from '#core';
import { DATABASE_FILE } from '../db/database.ts';
import { TerrainFolder } from '../terrain/terrain-folder.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { UsageError } from './usage-error.ts';
import { withWorkshop } from './with-workshop.ts';

/** What the user may choose. */
export interface PlanOptions {
  /** The folder whose runs tell pace and cadence. */
  readonly data?: string;
  readonly json?: true;
}

type Told = Pick<PlanForecast, 'headline' | 'stretches' | 'room' | 'noRoom' | 'assumptions' | 'movingTimeS'>;

function page({ headline, stretches, room, noRoom, assumptions, movingTimeS }: Told, units: DistanceUnit): string {
  const words = wordsIn(units);
  const rows = stretches.map(({ fromM, toM, gradePct, kneeLoadKm, perKm, walked }) => {
    const grade = gradePct === null ? '  ?' : Math.round(gradePct).toString().padStart(3);
    const walk = walked && walked.savedKm > 0 ? `  walking saves ${words.load(walked.savedKm)}` : '';
    const where = `${words.way(fromM)} – ${words.way(toM)}`.padEnd(18);
    return `${where} ${grade} %  ${words.load(kneeLoadKm).padStart(5)} ${words.loadUnit}  ${perKm.toFixed(1)} ×${walk}`;
  });
  const parts = [
    [headline, `Moving time about ${Math.round(movingTimeS / 60)} minutes.`],
    room?.sentences ?? (noRoom === null ? [] : [noRoom]),
    rows,
    assumptions,
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** By the runs of a data folder; of somebody unknown where the folder holds none. */
async function forecast(bytes: Uint8Array, route: PlannedRoute, folder: string): Promise<[Told, DistanceUnit]> {
  if (existsSync(join(folder, DATABASE_FILE))) {
    return withWorkshop(async ({ plans, runner }) => {
      const answer = await plans.look(bytes, {});
      const noRoom = answer.redFlag?.text ?? answer.forecast.noRoom;
      return [{ ...answer.forecast, noRoom }, (await runner.profile()).units];
    }, folder);
  }
  const terrain = new TerrainFolder(folder).lookup();
  const context = {
    recent: [],
    history: [],
    profile: UNKNOWN_PROFILE,
    atMs: Date.now(),
    ...(terrain ? { terrain } : {}),
  };
  return [forecastPlan(route, context).forecast, UNKNOWN_PROFILE.units];
}

/**
 * Prints the forecast of a route.
 *
 * @param dataFolder absolute path, where `--data` names none
 * @throws UsageError when the file holds no route, or the folder cannot be used
 */
export async function tellPlan(
  file: string,
  options: PlanOptions,
  dataFolder: string,
  out: NodeJS.WritableStream,
): Promise<void> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read: ${whyUnreadable(cause)}.`);
  });
  const route = readRoute(bytes);
  if (!route.ok) throw new UsageError(`${file}: ${route.error.message}`);
  const folder = options.data === undefined ? dataFolder : resolve(options.data);
  const [told, units] = await forecast(bytes, route.value, folder);
  out.write(options.json ? `${JSON.stringify(told)}\n` : page(told, units));
}
