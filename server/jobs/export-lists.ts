/** The lists in account exports that tell what the runner called each run, and with which shoes. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Label } from '../db/sources-repository.ts';

const STRAVA_LIST = /(^|\/)activities\.csv$/i;
const GARMIN_LIST = /_summarizedActivities\.json$/i;

/** True for a file that {@link labelsOf} can open. */
export const isExportList = (name: string): boolean => STRAVA_LIST.test(name) || GARMIN_LIST.test(name);

/** The cell that names the recording; the same in every language. */
const RECORDING = /^activities\/[^/]+\.(fit|gpx|tcx)(\.gz)?$/i;

/**
 * The names of columns follow the language of the account; the first columns and their order do not: id, date, name,
 * type, description. The shoes stand before the name of the file, and have a column of that name in the languages here.
 */
const TITLE_COLUMN = 2;
const GEAR_HEADER = /gear|ausrüstung|equip|équipement|matériel|attrezzatura|uitrusting|utrustning|sprzęt|ギア|装备/i;

const cell = (row: readonly string[], column: number): string | null => row[column]?.trim() || null;

function fromStrava(name: string, text: string): Label[] {
  const rows: string[][] = parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const [header = [], ...lines] = rows;
  const fileColumn = lines.map((row) => row.findIndex((value) => RECORDING.test(value.trim()))).find((at) => at >= 0);
  if (fileColumn === undefined) return [];
  // Of repeated headers the first is the runner's own; those behind the file's name are the service's numbers.
  const named = header.slice(0, fileColumn).findIndex((title) => GEAR_HEADER.test(title));
  const gearColumn = named >= 0 ? named : fileColumn - 1;
  const folder = name.slice(0, name.length - 'activities.csv'.length);
  return lines.flatMap((row) => {
    const file = cell(row, fileColumn);
    if (file === null) return [];
    return {
      file: `${folder}${file}`,
      started_at_ms: null,
      title: cell(row, TITLE_COLUMN),
      gear: cell(row, gearColumn),
    };
  });
}

const garminSchema = z.array(
  z.object({
    summarizedActivitiesExport: z.array(
      z.object({
        name: z.string().nullish(),
        beginTimestamp: z.number().nullish(),
        startTimeGmt: z.number().nullish(),
      }),
    ),
  }),
);

function fromGarmin(text: string): Label[] {
  return garminSchema.parse(JSON.parse(text)).flatMap(({ summarizedActivitiesExport }) =>
    summarizedActivitiesExport.flatMap(({ name, beginTimestamp, startTimeGmt }) => {
      const startedAtMs = beginTimestamp ?? startTimeGmt;
      if (!name || startedAtMs === null || startedAtMs === undefined) return [];
      return { file: null, started_at_ms: Math.round(startedAtMs), title: name, gear: null };
    }),
  );
}

/**
 * What a list says of each run.
 *
 * @param name Its path within the export; recordings are named from there.
 * @returns Empty where the list is not as expected: the runs come in without it.
 */
export function labelsOf(name: string, bytes: Uint8Array): Label[] {
  const text = new TextDecoder().decode(bytes);
  try {
    return STRAVA_LIST.test(name) ? fromStrava(name, text) : fromGarmin(text);
  } catch {
    return [];
  }
}
