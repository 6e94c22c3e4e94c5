import type { PainLog } from '../history/pain-log.ts';
import type { Profile } from '../history/profile.ts';
import type { EarlierRun, RunFacts } from '../history/run-facts.ts';
import type { KneeLoad } from '../load/knee-load.ts';
import type { OwnCadenceLine } from '../load/preferred-cadence.ts';
import type { CadenceSegment, Segments } from '../segment/segment.ts';
import type { Track } from '../track/track.ts';

/** All that is known of a run when its risk factors are judged. A factor sees only the parts it declares (`FactorInputs`). */
export interface RiskInput {
  readonly track: Track;
  readonly segments: Segments;
  readonly cadenceSegments: readonly CadenceSegment[];
  readonly kneeLoad: KneeLoad;
  readonly runner: { readonly heightM: number | null; readonly ownLine: OwnCadenceLine | null };
  readonly profile: Profile;
  /** Only runs that were over when this one started, each once, earliest first: see `pastRuns`. */
  readonly history: readonly EarlierRun[];
  /** Of this run. */
  readonly facts: RunFacts;
  readonly painLog: PainLog;
}
