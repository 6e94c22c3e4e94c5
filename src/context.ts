/** What an analysis is told beside the bytes. */
import type { PainEntry } from './history/pain-log.ts';
import type { Profile } from './history/profile.ts';
import type { History } from './history/run-facts.ts';
import type { ParseOptions } from './parse/parse-options.ts';

/** What reading needs. */
export interface ReadContext extends ParseOptions {
  /** Lower-case hex SHA-256 of the bytes: the run's identity. Further runs of a file get one of their own. */
  readonly sha256: string;
  /** The runner's word on what the cadence counts; left out to let the file decide. */
  readonly cadenceUnit?: 'strides' | 'steps';
}

/** What reviewing needs. */
export interface ReviewContext {
  readonly profile: Profile;
  readonly history: History;
  readonly painLog: readonly PainEntry[];
}

/** Both roads' needs. */
export type AnalyseContext = ReadContext & ReviewContext;
