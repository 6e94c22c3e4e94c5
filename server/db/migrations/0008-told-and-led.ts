/** What the runner wrote of a run, from the list of an account export; and whether a deleted run stood for others. */
export const toldAndLed = `
  alter table import_labels add column description text;
  alter table runs add column description text;
  alter table runs add column led_when_deleted integer not null default 0 check (led_when_deleted in (0, 1));
`;
