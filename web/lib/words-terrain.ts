const BYTES_PER_MB = 1e6;

/** Words of the terrain on the settings page. */
export const terrainWords = {
  title: 'Terrain',
  what: 'the terrain',
  intro:
    'Tiles of the ground’s height give an altitude to runs whose watch recorded none, or only one by satellites, and to planned routes without one. A barometer is better: runs with one stay as they are.',
  add: 'Add terrain tiles',
  addHint:
    'Files such as N47E011.hgt, as SRTM gives them out, also packed as .zip or .gz. One covers a degree in each direction; its name is that of its south-western corner.',
  sending: 'Sending the tiles',
  added: 'Added. Runs there are read again.',
  none: 'No tiles yet.',
  tile: (name: string, bytes: number) => `${name}, ${(bytes / BYTES_PER_MB).toFixed(1)} MB`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove the terrain tile ${name}`,
} as const;
