/**
 * `[start, end)` cuts of a track. Invariants: in order, no overlap, together they cover every moving interval
 * (gait walk or run).
 */
import type { SurfaceCertainty, SurfaceClass } from '../surface/surface.ts';

/** Where a segment lies. `endS` and `endM` are those of the sample at `endIndex`. */
export interface Extent {
  /** First interval. */
  readonly startIndex: number;
  /** One past the last interval. */
  readonly endIndex: number;
  readonly startS: number;
  readonly endS: number;
  readonly startM: number;
  readonly endM: number;
}

/** Grade cut; `unknown` where altitude is missing. */
export interface GradeSegment extends Extent {
  readonly type: 'climb' | 'flat' | 'descent' | 'steep-descent' | 'unknown';
  /** Distance-weighted, per cent; null where unknown. */
  readonly meanGradePct: number | null;
}

/** Cadence cut, judged against the cadence expected for the speed, height and the runner's own line. */
export interface CadenceSegment extends Extent {
  readonly type: 'walk' | 'low' | 'usual' | 'high' | 'unknown';
  /** Time-weighted, steps a minute; null where missing. */
  readonly meanCadenceSpm: number | null;
}

/** Surface cut. */
export interface SurfaceSegment extends Extent {
  readonly type: SurfaceClass;
  readonly certainty: SurfaceCertainty;
  /** The rule by which it is assumed, in plain words; null where it is not assumed. */
  readonly why: string | null;
}

/** Gait cut; covers the whole recording. */
export interface GaitSegment extends Extent {
  readonly type: 'run' | 'walk' | 'stand' | 'pause';
}

/** The cuts that depend on the file alone; cadence is cut on the review road. */
export interface Segments {
  readonly grade: readonly GradeSegment[];
  readonly surface: readonly SurfaceSegment[];
  readonly gait: readonly GaitSegment[];
}
