/** Low, mid and high of an estimate; low ≤ mid ≤ high. Not a confidence interval: what the assumptions allow. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}
