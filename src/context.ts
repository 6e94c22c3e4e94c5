/** What an analysis is told beside the bytes. */
import type { PainEntry } from './history/pain-log.ts';
import type { Profile } from './history/profile.ts';
import type { EarlierRun } from './history/run-facts.ts';
import type { ParseOptions } from './parse/parse-options.ts';
import type { ToldStretch } from './surface/told.ts';
import type { MapLookup } from './surface/way-map.ts';
import type { TerrainLookup } from './track/terrain.ts';

/** What reading needs. */
export interface ReadContext extends ParseOptions {
  /** Lower-case hex SHA-256 of the bytes: the run's identity. Further runs of a file get one of their own. */
  readonly sha256: string;
  /** The runner's word on what the cadence counts; left out to let the file decide. */
  readonly cadenceUnit?: 'strides' | 'steps';
  /** Altitude of the ground, for files without a good one of their own; left out where no terrain is at hand. */
  readonly terrain?: TerrainLookup;
  /** Maps to lay the run on; left out where there is none. */
  readonly maps?: MapLookup;
  /** What the runner has said of the ground of this and other runs, in the order told; left out where nothing. */
  readonly told?: readonly ToldStretch[];
}

/** What reviewing needs. */
export interface ReviewContext {
  readonly profile: Profile;
  /** In any order; a review looks only at those that were over when its own run started. */
  readonly history: readonly EarlierRun[];
  readonly painLog: readonly PainEntry[];
}

/** Both roads' needs. */
export type AnalyseContext = ReadContext & ReviewContext;
