/**
 * Tells how far an import is, which of its files came last, and how many runs are behind, from indexes: rows of runs are long,
 * and all this is asked for several times a second while years come in.
 */
export const quickProgress = `
  drop index runs_by_file;
  create index runs_by_file on runs (file_sha256, deleted_at_ms, load_mid_km, review_error, id);
  create index runs_to_do on runs (engine_version, reviewed_version, context_version, deleted_at_ms);
  create index import_files_by_place on import_files (import_id, state);
`;
