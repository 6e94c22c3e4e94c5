/** Numbers of the FIT messages that Kneewise needs, from the public FIT profile. */
export const FIT_MESSAGE = {
  fileId: 0,
  sport: 12,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  fileCreator: 49,
  fieldDescription: 206,
} as const;

/** Messages that are read; all others are left out while walking. */
export const READ_FIT_MESSAGES: ReadonlySet<number> = new Set(Object.values(FIT_MESSAGE));

/** Field 253 of every message: seconds since 1989-12-31 UTC. */
export const FIT_TIMESTAMP_FIELD = 253;
