/**
 * The first road: what a file says. Done once a file and engine version, and kept, because it does not change when
 * another run arrives.
 */
import type { RunFacts } from './history/run-facts.ts';
import type { DeviceTotals, FileFormat, Warning } from './parse/activity.ts';
import type { Segments } from './segment/segment.ts';
import type { Track } from './track/track.ts';

/** What is kept of a file: plain data and typed arrays, so it can be stored and sent between threads as it is. */
export interface Reading {
  readonly run: {
    readonly sport: 'running';
    readonly subSport: string | null;
    readonly startedAtMs: number;
    /** Maker and model in one line; null where the file does not tell. */
    readonly device: string | null;
    readonly format: FileFormat;
    readonly sha256: string;
  };
  readonly deviceTotals: DeviceTotals | null;
  readonly track: Track;
  readonly segments: Segments;
  readonly facts: RunFacts;
  readonly warnings: readonly Warning[];
}
