/** Words of the ground on the trends page. */
export const trendsGroundWords = {
  title: (paved: number, unpaved: number, assumed: number) =>
    `${paved}\u00a0% of the way is known as paved or running track, ${unpaved}\u00a0% as unpaved; for ${assumed}\u00a0% the ground is assumed`,
  titleAssumed: (assumed: number) =>
    assumed === 100
      ? 'For the whole way the ground is assumed'
      : `For ${assumed}\u00a0% of the way the ground is assumed, for the rest it is not known`,
  none: 'The ground of these weeks is not known',
  link: 'Add a map to learn it',
  label: 'Way on each kind of ground by week: known, assumed, not known',
  note: 'Known is what the map names, the watch records or you say. Assumed follows from the class of the way and is often wrong on footways and forest tracks, so the two are never added up. Studies find the ground to matter little for the knees.',
  classes: 'All of these weeks, by ground',
  table: 'The ground by week as a table',
  groups: {
    paved: 'Paved or track',
    unpaved: 'Unpaved',
    treadmill: 'Treadmill',
    'paved-assumed': 'Paved or track, assumed',
    'unpaved-assumed': 'Unpaved, assumed',
    unknown: 'Not known',
  },
} as const;
