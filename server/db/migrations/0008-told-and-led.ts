/**
 * What the runner wrote of a run, from the list of an account export; whether a deleted run stood for others; and indexes that
 * tell what is next and how far an import is without looking at each of many thousand files. SQLite did not take the partial
 * one for the queue, because the state that is asked for is a parameter.
 */
export const toldAndLed = `
  alter table import_labels add column description text;
  alter table runs add column description text;
  alter table runs add column led_when_deleted integer not null default 0 check (led_when_deleted in (0, 1));
  drop index import_files_to_do;
  create index import_files_by_state on import_files (state, attempts);
  create index import_files_by_outcome on import_files (import_id, state, code);
`;
