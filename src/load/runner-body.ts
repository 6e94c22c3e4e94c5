import type { DistanceUnit } from '../words.ts';
import type { OwnCadenceLine } from './preferred-cadence.ts';

/** What the model asks of the runner. */
export interface RunnerBody {
  /** Metres; null takes 1.75 and widens the range. */
  readonly heightM: number | null;
  /** The runner's own flat cadence over speed; null judges by the population alone. */
  readonly ownLine: OwnCadenceLine | null;
  /** What the notes on the load are told in; km unless told. Changes no number. */
  readonly units?: DistanceUnit;
}
