import type { DistanceUnit } from '../words.ts';

/** What the runner has told about themselves. Every field is optional: null means not told, and the model then says what it assumes. */
export interface Profile {
  /** Metres; sets the cadence that is usual for this body. */
  readonly heightM: number | null;
  /** Kilograms; tells the peak force of a step as a weight. Changes no load in kilometres. */
  readonly bodyMassKg: number | null;
  /** Years of regular running; below 1, two weeks in a row that grow fast are flagged. */
  readonly runningYears: number | null;
  /** Last knee injury, ISO date (YYYY-MM-DD); lowers the load thresholds for a year. */
  readonly lastKneeInjury: string | null;
  /** Last other running injury, ISO date; the same. */
  readonly lastOtherInjury: string | null;
  /** Flat feet; inserts are then named among the care for a sore knee. Changes no number. */
  readonly hasFlatFeet: boolean | null;
  /** Knees or feet out of line by a clinician's word; advice then begins with strength and a clinician. Changes no number. */
  readonly hasMisalignedJoints: boolean | null;
  /** Arch supports worn for running; they are then not advised again. */
  readonly wearsArchSupports: boolean | null;
  /** Days a week with strength work for hip, knee or thigh, 0 to 7; from 2 on it is not advised again. */
  readonly strengthDaysPerWeek: number | null;
  /** What distances are told in, everywhere. */
  readonly units: DistanceUnit;
  /** IANA name of the zone by which days and weeks go; null for UTC. */
  readonly timeZone: string | null;
}

/** Nothing told. */
export const UNKNOWN_PROFILE: Profile = {
  heightM: null,
  bodyMassKg: null,
  runningYears: null,
  lastKneeInjury: null,
  lastOtherInjury: null,
  hasFlatFeet: null,
  hasMisalignedJoints: null,
  wearsArchSupports: null,
  strengthDaysPerWeek: null,
  units: 'km',
  timeZone: null,
};
