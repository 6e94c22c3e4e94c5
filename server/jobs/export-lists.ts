/** The lists in account exports that tell what the runner called each run, wrote of it, and with which shoes. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Label } from '../db/sources-repository.ts';

const STRAVA_LIST = /(^|\/)activities\.csv$/i;
const GARMIN_LIST = /_summarizedActivities\.json$/i;

/** True for a file that {@link labelsOf} can open. */
export const isExportList = (name: string): boolean => STRAVA_LIST.test(name) || GARMIN_LIST.test(name);

/** Activities of one list that are kept. Assumption: more than anybody has done. */
const MOST_LABELS = 50_000;
/** Longest texts that are kept, characters. Assumptions: above what the services take. */
const LONGEST_NAME = 500;
const LONGEST_DESCRIPTION = 5000;
/** Longest line of a list, characters: what is longer has a quote that is never closed. Assumption. */
const LONGEST_LINE = 1_000_000;

const cut = (text: string | null | undefined, most: number): string | null => text?.trim().slice(0, most) || null;

/** The cell that names the recording; the same in every language. */
const RECORDING = /^activities\/[^/]+\.(fit|gpx|tcx)(\.gz)?$/i;

/**
 * The names of columns follow the language of the account; the first columns and their order do not: id, date, name,
 * type, description. The shoes stand before the name of the file, and have a column of that name in the languages here.
 */
const TITLE_COLUMN = 2;
const DESCRIPTION_COLUMN = 4;
const GEAR_HEADER = /gear|ausrüstung|equip|équipement|matériel|attrezzatura|uitrusting|utrustning|sprzęt|ギア|装备/i;

/** UTF-8 as the service writes it, or what a spreadsheet has made of it. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Spreadsheets of many countries part cells by semicolons. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(text.indexOf('\n'), 0));
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const recordingIn = (row: readonly string[]): number => row.findIndex((value) => RECORDING.test(value.trim()));

function fromStrava(name: string, text: string): Label[] {
  let isHeader = true;
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    max_record_size: LONGEST_LINE,
    // The hundred numbers behind the name of the file, and lines that name none, are not kept in memory.
    on_record: (row: string[]) => {
      const kept = isHeader ? row.length : recordingIn(row) + 1;
      isHeader = false;
      return kept > 0 ? row.slice(0, kept) : null;
    },
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: MOST_LABELS + 1,
  });
  const [header = [], ...lines] = rows;
  const [firstLine] = lines;
  if (!firstLine) return [];
  const fileColumn = recordingIn(firstLine);
  // Of repeated headers the first is the runner's own; those behind the file's name are the service's numbers.
  const named = header.slice(0, fileColumn).findIndex((title) => GEAR_HEADER.test(title));
  const gearColumn = named >= 0 ? named : fileColumn - 1;
  // The same where a list is short of that column.
  const descriptionColumn = DESCRIPTION_COLUMN < Math.min(gearColumn, fileColumn) ? DESCRIPTION_COLUMN : -1;
  const folder = name.slice(0, name.length - 'activities.csv'.length);
  return lines.flatMap((row) => {
    const file = cut(row[fileColumn], LONGEST_NAME);
    if (file === null) return [];
    return {
      file: `${folder}${file}`,
      started_at_ms: null,
      title: cut(row[TITLE_COLUMN], LONGEST_NAME),
      gear: cut(row[gearColumn], LONGEST_NAME),
      description: cut(row[descriptionColumn], LONGEST_DESCRIPTION),
    };
  });
}

const garminSchema = z.array(
  z.object({
    summarizedActivitiesExport: z.array(
      z.object({
        name: z.string().nullish(),
        description: z.string().nullish(),
        beginTimestamp: z.number().nullish(),
        startTimeGmt: z.number().nullish(),
      }),
    ),
  }),
);

function fromGarmin(text: string): Label[] {
  return garminSchema.parse(JSON.parse(text)).flatMap(({ summarizedActivitiesExport }) =>
    summarizedActivitiesExport.flatMap(({ name, description, beginTimestamp, startTimeGmt }) => {
      const startedAtMs = beginTimestamp ?? startTimeGmt;
      const told = { title: cut(name, LONGEST_NAME), description: cut(description, LONGEST_DESCRIPTION) };
      if ((!told.title && !told.description) || startedAtMs === null || startedAtMs === undefined) return [];
      return { file: null, started_at_ms: Math.round(startedAtMs), gear: null, ...told };
    }),
  );
}

/**
 * What a list says of each run. Slow for a large one: for a worker.
 *
 * @param name Its path within the export; recordings are named from there.
 * @returns Empty where the list is not as expected: the runs come in without it.
 */
export function labelsOf(name: string, bytes: Uint8Array): Label[] {
  try {
    const text = textOf(bytes);
    return (STRAVA_LIST.test(name) ? fromStrava(name, text) : fromGarmin(text)).slice(0, MOST_LABELS);
  } catch {
    return [];
  }
}
