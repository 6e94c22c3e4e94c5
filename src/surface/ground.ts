/** What the ground under a run is, and how that is known: the file, maps and the runner's word put together. */
import type { Track } from '../track/track.ts';
import { type AssumptionId, assumptionCode } from './assumptions.ts';
import { type BoxE7, boxOfPositions } from './box.ts';
import { matchWays, NO_WAY } from './match/match-ways.ts';
import { ovalLaps } from './oval.ts';
import { SURFACE_CERTAINTIES, SURFACE_CLASSES, type SurfaceCertainty, type SurfaceClass } from './surface.ts';
import { surfaceOfWay } from './surface-of-way.ts';
import { type ToldStretch, toldAt } from './told.ts';
import type { MapLookup, WayMap } from './way-map.ts';

type GroundColumns = Pick<Track, 'surface' | 'surfaceCertainty' | 'surfaceRule' | 'wayId'>;

const TREADMILL = SURFACE_CLASSES.indexOf('treadmill');
const MAPPED = SURFACE_CERTAINTIES.indexOf('mapped');
const RECORDED = SURFACE_CERTAINTIES.indexOf('recorded');

/** What tells the ground beside the file. */
export interface GroundSources {
  /** The run's identity. */
  readonly sha256: string;
  readonly maps?: MapLookup | undefined;
  /** In the order told. */
  readonly told?: readonly ToldStretch[] | undefined;
}

/**
 * Lays a run on the maps and names the ground of each interval. The runner's word goes before all, a map's explicit tag
 * before the one word that a watch has for a whole run, and that word before what is assumed from the class of a way.
 */
export function withGround(track: Track, { sha256, maps = () => [], told = [] }: GroundSources): Track {
  const columns: GroundColumns = {
    surface: track.surface.slice(),
    surfaceCertainty: track.surfaceCertainty.slice(),
    surfaceRule: track.surfaceRule.slice(),
    wayId: track.wayId.slice(),
  };
  // What is run on a belt is nowhere on a map, whatever positions the file holds.
  if (!track.surface.includes(TREADMILL)) {
    const box = boxOfPositions(track);
    for (const map of box === null ? [] : maps(box)) layOnMap(track, map, columns);
    const laps = ovalLaps(track);
    for (let i = 0; i < laps.length; i++) {
      const isLap = laps[i] === 1 && columns.surfaceCertainty[i] !== MAPPED;
      if (isLap) setGround(columns, i, 'synthetic-track', 'assumed', 'oval');
    }
  }
  const located = { ...track, ...columns };
  if (told.length === 0) return located;
  const at = toldAt(located, sha256, told);
  for (let i = 0; i < at.length; i++) {
    const stretch = told[at[i] as number];
    if (stretch) setGround(columns, i, stretch.surface, 'told', 'none');
  }
  return withoutHillsOnBelts(located, track.surface);
}

/**
 * What a watch took for hills on what the runner says was a belt is the drift of its altimeter, or GPS under a roof: no slope is
 * known there. Where the file itself tells a treadmill, an altitude can be that of the belt, and stays.
 */
function withoutHillsOnBelts(track: Track, recorded: Uint8Array): Track {
  const isTold = track.surface.map((surface, i) => Number(surface === TREADMILL && recorded[i] !== TREADMILL));
  if (!isTold.includes(1)) return track;
  const isWhole = track.durationS.every((seconds, i) => seconds === 0 || isTold[i] === 1);
  const blanked = (column: Float64Array): Float64Array =>
    column.map((value, i) => (isWhole || isTold[i] === 1 ? Number.NaN : value));
  const { altitudeM, gradePct, gradeErrorPct } = track;
  const onBelts = {
    ...track,
    altitudeM: blanked(altitudeM),
    gradePct: blanked(gradePct),
    gradeErrorPct: blanked(gradeErrorPct),
  };
  if (!isWhole) return onBelts;
  const none = { altitudeSource: 'none', gradeWindowM: null, ascentM: null, descentM: null } as const;
  return { ...onBelts, ...none, origin: { ...track.origin, altitude: 'absent' } };
}

function layOnMap(track: Track, map: WayMap, columns: GroundColumns): void {
  const ways = matchWays(track, map);
  if (ways === null) return;
  const surfaces = new Map<number, ReturnType<typeof surfaceOfWay>>();
  let hasSay = true;
  for (let i = 0; i < ways.length; i++) {
    const way = ways[i] as number;
    // Between two positions the part of the first one counts, so that every interval belongs to one part alone.
    if (map.part !== null && !Number.isNaN(track.latDeg[i] as number)) hasSay = isIn(map.part, track, i);
    if (!hasSay) continue;
    if (way === NO_WAY || !Number.isNaN(columns.wayId[i] as number)) continue;
    columns.wayId[i] = map.wayId[way] as number;
    const kind = map.wayKind[way] as number;
    const known = surfaces.get(kind) ?? surfaceOfWay(map.kinds[kind] ?? {});
    surfaces.set(kind, known);
    const isWorse =
      known.certainty === 'unknown' || (known.certainty === 'assumed' && columns.surfaceCertainty[i] === RECORDED);
    if (!isWorse) setGround(columns, i, known.type, known.certainty, known.rule);
  }
}

function isIn(part: BoxE7, { latDeg, lonDeg }: Track, i: number): boolean {
  const [latE7, lonE7] = [(latDeg[i] as number) * 1e7, (lonDeg[i] as number) * 1e7];
  return latE7 >= part.minLat && latE7 < part.maxLat && lonE7 >= part.minLon && lonE7 < part.maxLon;
}

function setGround(
  columns: GroundColumns,
  i: number,
  type: SurfaceClass,
  certainty: SurfaceCertainty,
  rule: AssumptionId,
): void {
  columns.surface[i] = SURFACE_CLASSES.indexOf(type);
  columns.surfaceCertainty[i] = SURFACE_CERTAINTIES.indexOf(certainty);
  columns.surfaceRule[i] = assumptionCode(rule);
}
