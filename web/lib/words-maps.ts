/** Words of the maps on the settings page. */
export const mapsWords = {
  title: 'Maps',
  what: 'the maps',
  intro:
    'A map tells what your runs were on: asphalt, gravel, forest path. Download an extract of your region from a site that offers OpenStreetMap data (a file that ends in .osm.pbf) and give it here. It stays on this machine, and so do your runs.',
  add: 'Add a map',
  addHint:
    'Drop the file here, or choose it. A county or state is enough. 100 MB take about half a minute; runs that lie on the map are read again then.',
  over: 'Let go to add the map',
  sending: 'Sending the file',
  making: (name: string, percent: number) => `Making the map "${name}": ${percent} %`,
  failed: (name: string, reason: string) => `The map "${name}" was not added. ${reason}`,
  none: 'No maps yet. The ground of your runs is known only where the watch tells it.',
  ways: (ways: number) => `${ways.toLocaleString('en')} ${ways === 1 ? 'way' : 'ways'}`,
  unusable: 'Made by another version, or damaged. Remove it and add it again.',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove the map ${name}`,
  credit: 'Map data © OpenStreetMap contributors, Open Database Licence.',
} as const;
