/** Planned routes. The file lies in the row, packed: backups, exports and restores then hold it without another word. */
export const plans = `
  create table plans (
    id text primary key,
    sha256 text not null unique,
    file_name text not null,
    name text not null,
    distance_m real not null check (distance_m > 0),
    created_at_ms integer not null,
    deleted_at_ms integer,
    packed blob not null
  ) strict;
`;
