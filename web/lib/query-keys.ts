/** The names under which answers are kept; shared, because an import or a pain entry makes many of them stale. */
export const queryKeys = {
  runs: ['runs'] as const,
  run: (id: string) => ['runs', id] as const,
  report: (id: string) => ['runs', id, 'report'] as const,
  track: (id: string) => ['runs', id, 'track'] as const,
  loadInput: (id: string) => ['runs', id, 'load-input'] as const,
  toldGround: (id: string) => ['runs', id, 'told-ground'] as const,
  weeks: ['trends', 'weeks'] as const,
  cadence: ['trends', 'cadence'] as const,
  profile: ['profile'] as const,
  painEntries: ['pain-entries'] as const,
  maps: ['maps'] as const,
};
