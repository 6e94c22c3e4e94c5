/** What the runner has said of the ground. The path stays when its run goes: later runs cover it still. */
export const toldGround = `
  create table told_grounds (
    id integer primary key,
    run_sha256 text not null,
    surface text not null,
    from_m real not null,
    to_m real not null check (to_m > from_m),
    path text not null
  ) strict;
  create index told_grounds_by_run on told_grounds (run_sha256);
`;
