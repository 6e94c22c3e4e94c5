import type { CadenceReading, Track } from '../track/track.ts';

/**
 * The columns of a track that the model looks at; a whole {@link Track} is one. Small enough to be sent to the page, which
 * recomputes a run while a slider moves.
 */
export interface LoadTrack
  extends Pick<
    Track,
    | 'length'
    | 'durationS'
    | 'distanceM'
    | 'speedMps'
    | 'gradePct'
    | 'gradeErrorPct'
    | 'gradeWindowM'
    | 'cadenceSpm'
    | 'gait'
    | 'surface'
  > {
  /** Null without cadence. */
  readonly cadenceReading: Pick<CadenceReading, 'unit' | 'certain'> | null;
}
