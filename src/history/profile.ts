/** What the runner has told about themselves. Every field is optional: null means not told, and the model then says what it assumes. */
export interface Profile {
  /** Metres; sets the cadence that is usual for this body. */
  readonly heightM: number | null;
  /** Kilograms; turns body weights into newtons, changes no load in kilometres. */
  readonly bodyMassKg: number | null;
  /** Years of regular running. */
  readonly runningYears: number | null;
  /** Last knee injury, ISO date (YYYY-MM-DD); lowers the load thresholds for a year. */
  readonly lastKneeInjury: string | null;
  /** Last other running injury, ISO date. */
  readonly lastOtherInjury: string | null;
}

/** Nothing told. */
export const UNKNOWN_PROFILE: Profile = {
  heightM: null,
  bodyMassKg: null,
  runningYears: null,
  lastKneeInjury: null,
  lastOtherInjury: null,
};
