import type { Report } from '#core';

/** Shorter recordings are a watch started by mistake; what is computed of them is noise, metres (assumption). */
const LEAST_TOLD_M = 50;

/** Whether a run is long enough to tell of: its ribbon, its load, how it compares. */
export const hasLoad = (report: Report): boolean => report.totals.distanceM >= LEAST_TOLD_M;
