/** Files that are given for an extract by mistake, told by how they begin, each with what to do. */

const CONVERT = 'or convert it: osmium cat FILE -o region.osm.pbf';

/** @returns what a file is that begins so, as sentences for whoever gave it; null when that is not known. */
export function otherFormat(start: Uint8Array): string | null {
  const text = Buffer.from(start).toString('latin1');
  const begins = (...marks: readonly string[]): boolean => marks.some((mark) => text.startsWith(mark));
  if (/<(!doctype )?html/i.test(text))
    return 'This is a web page, not the map itself: the site perhaps wanted a login or a click more. Download the .osm.pbf file.';
  if (/<(osm|osmChange)\b/.test(text))
    return `This is a map as XML (.osm). Kneewise reads the .osm.pbf form: most sites offer it beside the other, ${CONVERT}`;
  if (/<(gpx|TrainingCenterDatabase|kml)\b/.test(text) || text.slice(8, 12) === '.FIT')
    return 'This is a run or a route, not a map. Runs go to the page of imports; a map is an .osm.pbf file.';
  if (begins('BZh'))
    return `This file is packed with bzip2, probably a map as XML (.osm.bz2). Kneewise reads the .osm.pbf form: most sites offer it beside the other, ${CONVERT}`;
  if (begins('\x1f\x8b', 'PK', '7z\xbc\xaf', '\xfd7zXZ', '(\xb5/\xfd'))
    return 'This file is packed. Unpack it, and give the .osm.pbf file that is in it; an .osm.pbf file is packed already.';
  if (begins('\xff\xe0\x04o5m', '\xff\xe0\x04o5c'))
    return `This is a map in the o5m form. Kneewise reads the .osm.pbf form, which sites offer beside it.`;
  if (begins('mapsforge binary OSM', 'SQLite format 3', '\x00\x00\x27\x0a', '{'))
    return 'This is a map made for another program. Kneewise reads extracts of OpenStreetMap that end in .osm.pbf.';
  return null;
}
