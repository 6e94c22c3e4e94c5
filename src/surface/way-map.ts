/**
 * The ways of a map that feet may use, as flat columns that can be looked at in a file without unpacking them. A *place*
 * is an index into `placeNode`: one mention of a node in one way. The segment `p` runs from place `p` to place `p + 1` of
 * the same way.
 */
import type { BoxE7 } from './box.ts';
import type { WayTags } from './way-tags.ts';

/** See the head of this file. */
export interface WayMap {
  /** Longitude of each node, 1e-7 degrees. */
  readonly lonE7: Int32Array;
  /** Latitude of each node, 1e-7 degrees. */
  readonly latE7: Int32Array;
  /** Node at each place. */
  readonly placeNode: Uint32Array;
  /** Way at each place, an index into `wayId` and `wayKind`. */
  readonly placeWay: Uint32Array;
  /** Where the places of a node begin in `nodePlaces`; one entry more than nodes. */
  readonly nodeStart: Uint32Array;
  /** Places, ordered by node. */
  readonly nodePlaces: Uint32Array;
  /** The map maker's number of each way. A way that leaves the map and comes back stands here twice. */
  readonly wayId: Float64Array;
  /** Index into `kinds` of each way. */
  readonly wayKind: Uint32Array;
  /** Sets of tags, each told once. */
  readonly kinds: readonly WayTags[];
  /** Places at which a segment that touches the box may begin, some of each area that touches it; those of others may be among them. */
  segmentsIn(box: BoxE7): readonly number[];
  /** Where this map has the say, half-open to north and east; null for everywhere. One of several that join has a part. */
  readonly part: BoxE7 | null;
}

/** The maps that know ways in a box, in order of precedence: a later one speaks where the earlier ones have no way. */
export type MapLookup = (box: BoxE7) => Iterable<WayMap>;
