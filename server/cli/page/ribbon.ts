/** The run as a ribbon of characters: altitude over the way, its load, and where the findings are. */
import type { KneeLoad, Report, Track, Words } from '#core';
import type { Ink, LoadLevel } from './ink.ts';

const LABEL_COLUMNS = 9;
const PLOT_COLUMNS = 68;
const PLOT_ROWS = 4;
/** Eighths of a character, from the bottom. */
const EIGHTHS = ' ▁▂▃▄▅▆▇█';
const SHADES = '·░▒▓█';
/** Load a km run, in flat easy km, from which each level counts. */
const LEVEL_FROM = [1.05, 1.2, 1.4, 1.7];
const LEGEND = `load a km: ${SHADES[0]} flat easy or less${LEVEL_FROM.map((from, i) => `  ${SHADES[i + 1]} ${i === 0 ? 'from ' : ''}${from}×`).join('')}`;
/** An altitude span drawn over the full height; a smaller one is drawn lower, so that a flat run looks flat. Metres. */
const SMALLEST_FULL_SPAN_M = 30;

interface Bin {
  altitudeM: number;
  level: LoadLevel;
}

const levelOf = (loadPerKm: number): LoadLevel => LEVEL_FROM.filter((from) => loadPerKm >= from).length as LoadLevel;

/** Sums the run into one bin a column, by distance. */
function toBins(track: Track, kneeLoad: KneeLoad, columns: number): readonly Bin[] {
  const lengthM = track.distanceM[track.length - 1] ?? 0;
  const sums = Array.from({ length: columns }, () => ({ altitudeM: 0, samples: 0, loadKm: 0, wayM: 0 }));
  for (let i = 0; i + 1 < track.length; i++) {
    const startM = track.distanceM[i] as number;
    const sum = sums[Math.min(columns - 1, Math.floor((columns * startM) / lengthM))] as (typeof sums)[number];
    sum.wayM += (track.distanceM[i + 1] as number) - startM;
    sum.loadKm += kneeLoad.kneeLoadKm[i] as number;
    const altitudeM = track.altitudeM[i] as number;
    if (!Number.isNaN(altitudeM)) {
      sum.altitudeM += altitudeM;
      sum.samples += 1;
    }
  }
  let last: Bin = { altitudeM: Number.NaN, level: 0 };
  // A column without a sample, as in a sparse recording, goes on as the one before it.
  return sums.map(({ altitudeM, samples, loadKm, wayM }) => {
    last = {
      altitudeM: samples > 0 ? altitudeM / samples : last.altitudeM,
      level: wayM > 0 ? levelOf(loadKm / (wayM / 1000)) : last.level,
    };
    return last;
  });
}

const label = (text: string) => `${text.padStart(LABEL_COLUMNS - 1)} `;

/** Gives each column the colour of its load; neighbours of one colour are dressed together. */
function colour(bins: readonly Bin[], glyphs: readonly string[], ink: Ink): string {
  const stretches: { level: LoadLevel; text: string }[] = [];
  for (const [i, { level }] of bins.entries()) {
    const last = stretches.at(-1);
    if (last?.level === level) last.text += glyphs[i];
    else stretches.push({ level, text: glyphs[i] as string });
  }
  return stretches
    .map(({ level, text }) => (text.trim() === '' ? text : ink.load(level, text)))
    .join('')
    .trimEnd();
}

function altitudeRows(bins: readonly Bin[], ink: Ink, words: Words): readonly string[] {
  const known = bins.map(({ altitudeM }) => altitudeM).filter((altitudeM) => !Number.isNaN(altitudeM));
  if (known.length === 0) return [];
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(highest - lowest, SMALLEST_FULL_SPAN_M);
  // Height of a column in eighths of a row; at least one, so that the lowest point still shows its colour.
  const heights = bins.map(({ altitudeM }) =>
    Number.isNaN(altitudeM) ? 0 : 1 + Math.round(((altitudeM - lowest) / span) * (PLOT_ROWS * 8 - 1)),
  );
  // A flat run takes one row, not four of which three are empty.
  const rows = Math.ceil(Math.max(...heights) / 8);
  return Array.from({ length: rows }, (_, row) => {
    const below = (rows - 1 - row) * 8;
    const glyphs = heights.map((height) => EIGHTHS[Math.min(8, Math.max(0, height - below))] as string);
    const text = row === 0 ? words.climb(highest) : row === rows - 1 ? words.climb(lowest) : '';
    return label(text) + colour(bins, glyphs, ink);
  });
}

function distanceRow(lengthM: number, words: Words): string {
  const end = words.way(lengthM);
  const half = words.way(lengthM / 2);
  const middle = Math.floor(PLOT_COLUMNS / 2 - half.length / 2);
  const row = `0${' '.repeat(middle - 1)}${half}`;
  return label('') + row + end.padStart(PLOT_COLUMNS - row.length);
}

/** Marks a finding's stretches under the ribbon. */
function markRow(name: string, where: Report['findings'][number]['where'], lengthM: number): string {
  const cells = Array.from({ length: PLOT_COLUMNS }, () => ' ');
  for (const { startM, endM } of where) {
    const column = (metres: number) => Math.min(PLOT_COLUMNS - 1, Math.floor((PLOT_COLUMNS * metres) / lengthM));
    for (let i = column(startM); i <= column(endM); i++) cells[i] = '━';
  }
  return label(name) + cells.join('').trimEnd();
}

/**
 * The ribbon's lines.
 *
 * @param words the runner's units
 * @param marks findings to mark, with the letter that the text gives them
 * @returns nothing for a run without a way
 */
export function ribbon(
  track: Track,
  kneeLoad: KneeLoad,
  marks: readonly { readonly letter: string; readonly where: Report['findings'][number]['where'] }[],
  ink: Ink,
  words: Words,
): readonly string[] {
  const lengthM = track.distanceM[track.length - 1] ?? 0;
  if (!(lengthM > 0)) return [];
  const bins = toBins(track, kneeLoad, PLOT_COLUMNS);
  const shades = bins.map(({ level }) => SHADES[level] as string);
  return [
    ...altitudeRows(bins, ink, words),
    label('load/km') + colour(bins, shades, ink),
    ...marks.filter(({ where }) => where.length > 0).map(({ letter, where }) => markRow(letter, where, lengthM)),
    distanceRow(lengthM, words),
    ink.dim(label('') + LEGEND),
  ];
}
