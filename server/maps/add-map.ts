/** Makes the map file of an extract. */
import { statSync } from 'node:fs';
import { collectWays, type WaySource } from './collect-ways.ts';
import { writeMapFile } from './map-file.ts';
import { eachNode, eachWay, holdsNodes } from './pbf-block.ts';
import { blocksOf, checkHeader, MapFormatError, readBlock } from './pbf-file.ts';

/** The two looks at a file: ways, then the nodes that they need. */
function pbfSource(path: string, tellShare: (share: number) => void): WaySource {
  const { size } = statSync(path);
  const withNodes = new Set<number>();
  return {
    eachWay(take) {
      let seen = false;
      for (const block of blocksOf(path)) {
        if (block.type === 'OSMHeader') checkHeader(block.open());
        if (block.type !== 'OSMData') continue;
        seen = true;
        const bytes = block.open();
        readBlock(() => {
          if (holdsNodes(bytes)) withNodes.add(block.endByte);
          eachWay(bytes, take);
        });
        tellShare(block.endByte / size / 2);
      }
      if (!seen) throw new MapFormatError('This .osm.pbf file holds no map data. Download it again.');
    },
    eachNode(take) {
      for (const block of blocksOf(path)) {
        if (!withNodes.has(block.endByte)) continue;
        const bytes = block.open();
        readBlock(() => eachNode(bytes, take));
        tellShare((1 + block.endByte / size) / 2);
      }
    },
  };
}

/**
 * Reads an extract and writes the map file that Kneewise works with.
 *
 * @param from An `.osm.pbf` file as it comes from a download site.
 * @param to Where the map goes; an older one there is replaced when the new one is whole.
 * @param source What the extract is called.
 * @param tellShare Called with how much is done, 0 to 1.
 * @throws {MapFormatError | MapFileError} when the file is not in the format, or holds no way.
 */
export function addMap(from: string, to: string, source: string, tellShare: (share: number) => void = () => {}): void {
  const columns = collectWays(pbfSource(from, tellShare));
  if (columns.kinds.length > 0 && columns.wayId.length === 0)
    throw new MapFormatError(
      'This map holds ways but not where they lie: it ends early, or the places stand with the ways (osmium add-locations-to-ways). Download it again as it comes from the site.',
    );
  writeMapFile(to, columns, source);
}
