/** What else the runner may tell; truths are 0 and 1, null is not told. */
export const profileAnswers = `
  alter table profile add column has_flat_feet integer check (has_flat_feet in (0, 1));
  alter table profile add column has_misaligned_joints integer check (has_misaligned_joints in (0, 1));
  alter table profile add column wears_arch_supports integer check (wears_arch_supports in (0, 1));
  alter table profile add column strength_days_per_week integer check (strength_days_per_week between 0 and 7);
  alter table profile add column units text not null default 'km' check (units in ('km', 'mi'));
  alter table profile add column time_zone text;
`;
