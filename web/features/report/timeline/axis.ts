import type { RunTrack } from '#contract/runs';
import type { ReportExtent } from '#core';

/** What runs from left to right. */
export type AxisKind = 'distance' | 'time';

/** A stretch of an axis, in its unit. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** The run laid out over distance or over time: metres or seconds since the start. */
export interface Axis {
  readonly kind: AxisKind;
  /** Place of each sample; never falls. */
  readonly column: readonly number[];
  readonly length: number;
  /** Closer than this shows nothing but noise. */
  readonly leastSpan: number;
  readonly spanOf: (extent: ReportExtent) => Domain;
}

/** Metres (assumption: several windows of the grade) and seconds (assumption: several of the cadence). */
const LEAST_SPAN: Record<AxisKind, number> = { distance: 200, time: 60 };

/** Lays a run out. */
export function axisOf(kind: AxisKind, track: RunTrack): Axis {
  const column = kind === 'distance' ? track.distanceM : track.timeS;
  return {
    kind,
    column,
    length: column.at(-1) ?? 0,
    leastSpan: LEAST_SPAN[kind],
    spanOf: (extent) =>
      kind === 'distance' ? { from: extent.startM, to: extent.endM } : { from: extent.startS, to: extent.endS },
  };
}

/** Index of the last sample at or before a place on an axis; 0 before the first. `column` never falls. */
export function sampleAt(column: readonly number[], place: number): number {
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((column[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The shortest stretch that holds all of the extents; null without any. */
export function hullOf(axis: Axis, extents: readonly ReportExtent[]): Domain | null {
  if (extents.length === 0) return null;
  const spans = extents.map(axis.spanOf);
  return { from: Math.min(...spans.map((span) => span.from)), to: Math.max(...spans.map((span) => span.to)) };
}
