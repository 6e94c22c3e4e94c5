/**
 * The ways of a map that feet may use, as flat columns that can be looked at in a file without unpacking them. A *place*
 * is an index into `placeNode`: one mention of a node in one way. The segment `p` runs from place `p` to place `p + 1` of
 * the same way.
 */
import type { WayTags } from './way-tags.ts';

/** A box in 1e-7 degrees. */
export interface BoxE7 {
  readonly minLon: number;
  readonly minLat: number;
  readonly maxLon: number;
  readonly maxLat: number;
}

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
  /** Places at which a segment that touches the box may begin; those of others may be among them. */
  segmentsIn(box: BoxE7): readonly number[];
}
