/** Lets the queue find files by their bytes, and the refresher runs that are behind, without looking through all. */
export const quickQueue = `
  create index import_files_by_bytes on import_files (sha256);
  create index runs_behind on runs (started_at_ms, id) where reviewed_version < context_version;
`;
