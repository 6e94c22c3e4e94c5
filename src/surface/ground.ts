/** What the ground under a run is, and how that is known: the file, maps and the runner's word put together. */
import type { Track } from '../track/track.ts';
import { type AssumptionId, assumptionCode } from './assumptions.ts';
import { matchWays, NO_WAY } from './match/match-ways.ts';
import { ovalLaps } from './oval.ts';
import { SURFACE_CERTAINTIES, SURFACE_CLASSES, type SurfaceCertainty, type SurfaceClass } from './surface.ts';
import { surfaceOfWay } from './surface-of-way.ts';
import type { WayMap } from './way-map.ts';

type GroundColumns = Pick<Track, 'surface' | 'surfaceCertainty' | 'surfaceRule' | 'wayId'>;

const TREADMILL = SURFACE_CLASSES.indexOf('treadmill');
const MAPPED = SURFACE_CERTAINTIES.indexOf('mapped');
const RECORDED = SURFACE_CERTAINTIES.indexOf('recorded');

/**
 * Lays a run on the maps and names the ground of each interval. A map's explicit tag goes before the one word that a watch
 * has for a whole run, and that word before what is assumed from the class of a way.
 *
 * @param maps in order of precedence: a later one speaks where the earlier ones have no way
 */
export function withGround(track: Track, maps: readonly WayMap[]): Track {
  // What is run on a belt is nowhere on a map, whatever positions the file holds.
  if (track.surface.includes(TREADMILL)) return track;
  const columns: GroundColumns = {
    surface: track.surface.slice(),
    surfaceCertainty: track.surfaceCertainty.slice(),
    surfaceRule: track.surfaceRule.slice(),
    wayId: track.wayId.slice(),
  };
  for (const map of maps) layOnMap(track, map, columns);
  for (const [i, isLap] of ovalLaps(track).entries()) {
    if (isLap && columns.surfaceCertainty[i] !== MAPPED) setGround(columns, i, 'synthetic-track', 'assumed', 'oval');
  }
  return { ...track, ...columns };
}

function layOnMap(track: Track, map: WayMap, columns: GroundColumns): void {
  const ways = matchWays(track, map);
  if (ways === null) return;
  const surfaces = new Map<number, ReturnType<typeof surfaceOfWay>>();
  for (const [i, way] of ways.entries()) {
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
