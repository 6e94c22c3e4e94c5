/**
 * Ground altitude from terrain tiles as SRTM and its successors give them out (`.hgt`): one degree by one degree,
 * heights in whole metres above mean sea level, big-endian, from the north-west corner on, row by row to the east.
 */

/** Altitude of the ground at a place. Pure. Metres above sea level; NaN where no tile covers it or the tile has a void. */
export type TerrainLookup = (latDeg: number, lonDeg: number) => number;

/** The corner that names a tile. */
export interface TileCorner {
  /** Southern edge, whole degrees, −90 to 89. */
  readonly southDeg: number;
  /** Western edge, whole degrees, −180 to 179. */
  readonly westDeg: number;
}

/** A tile, ready to be looked up. */
export interface TerrainTile extends TileCorner {
  /** Heights on each edge: 1201 (3 arc-seconds apart, about 90 m) or 3601 (1 arc-second, about 30 m). */
  readonly size: number;
  readonly heights: DataView;
}

/** Heights on each edge that there are tiles of. */
const SIZES: readonly number[] = [1201, 3601];

const BYTES_PER_HEIGHT = 2;

/** What a tile writes where nothing was measured. */
const VOID = -32_768;

/** Sound corners must make up this share of an interpolated height, else it is a guess. Assumption. */
const MIN_SOUND_SHARE = 0.5;

/** The corner that a file name tells, such as `N42E001.hgt` or `s33w070.SRTMGL1.hgt`; null where it tells none. */
export function tileCornerOf(fileName: string): TileCorner | null {
  const match = /(?:^|[^a-z0-9])([ns])(\d{2})([ew])(\d{3})(?![0-9])/i.exec(fileName);
  if (match === null) return null;
  const southDeg = Number(match[2]) * (match[1]?.toLowerCase() === 's' ? -1 : 1);
  const westDeg = Number(match[4]) * (match[3]?.toLowerCase() === 'w' ? -1 : 1);
  return southDeg >= -90 && southDeg < 90 && westDeg >= -180 && westDeg < 180 ? { southDeg, westDeg } : null;
}

/** The usual name of a tile: `N42E001`. */
export function tileName({ southDeg, westDeg }: TileCorner): string {
  const digits = (degrees: number, count: number): string => String(Math.abs(degrees)).padStart(count, '0');
  return `${southDeg < 0 ? 'S' : 'N'}${digits(southDeg, 2)}${westDeg < 0 ? 'W' : 'E'}${digits(westDeg, 3)}`;
}

/**
 * Opens the bytes of a tile; they are kept, not copied.
 * @returns null when they are no square of 1201 or 3601 heights
 */
export function openTile(corner: TileCorner, bytes: Uint8Array): TerrainTile | null {
  const size = SIZES.find((edge) => edge * edge * BYTES_PER_HEIGHT === bytes.byteLength);
  if (size === undefined) return null;
  return { ...corner, size, heights: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** Bilinear between the four heights around a place, voids left out; NaN where too little is sound or outside the tile. */
export function tileAltitudeM(tile: TerrainTile, latDeg: number, lonDeg: number): number {
  const cells = tile.size - 1;
  const south = (latDeg - tile.southDeg) * cells;
  const east = (lonDeg - tile.westDeg) * cells;
  if (!(south >= 0 && south <= cells && east >= 0 && east <= cells)) return Number.NaN;
  const row = Math.min(cells - 1, Math.floor(cells - south));
  const column = Math.min(cells - 1, Math.floor(east));
  const down = cells - south - row;
  const right = east - column;
  let sum = 0;
  let share = 0;
  for (const [r, c, weight] of [
    [row, column, (1 - down) * (1 - right)],
    [row, column + 1, (1 - down) * right],
    [row + 1, column, down * (1 - right)],
    [row + 1, column + 1, down * right],
  ] as const) {
    const height = tile.heights.getInt16((r * tile.size + c) * BYTES_PER_HEIGHT);
    if (height === VOID) continue;
    sum += weight * height;
    share += weight;
  }
  return share >= MIN_SOUND_SHARE ? sum / share : Number.NaN;
}

/** A lookup over tiles that are fetched when a place first asks for them. */
export function terrainLookup(tileAt: (corner: TileCorner) => TerrainTile | null): TerrainLookup {
  let tile: TerrainTile | null = null;
  let at: TileCorner = { southDeg: Number.NaN, westDeg: Number.NaN };
  return (latDeg, lonDeg) => {
    const southDeg = Math.floor(latDeg);
    const westDeg = Math.floor(lonDeg);
    if (Number.isNaN(southDeg) || Number.isNaN(westDeg)) return Number.NaN;
    // A run stays on its tile, so the last one is nearly always the right one.
    if (southDeg !== at.southDeg || westDeg !== at.westDeg) {
      at = { southDeg, westDeg };
      tile = tileAt(at);
    }
    return tile === null ? Number.NaN : tileAltitudeM(tile, latDeg, lonDeg);
  };
}
