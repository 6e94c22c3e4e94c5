/** Width of a bin, body weights: a twentieth of the finest difference ever shown. */
const BIN_BW = 0.005;
/** Beyond any peak the relations can give: 5 m/s, 25 % down, cadence ratio 0.8 give under 13. */
const LIMIT_BW = 20;

/** Steps by their peak force, so that quantiles over a whole run take linear time. */
export class PeakHistogram {
  private readonly steps = new Float64Array(LIMIT_BW / BIN_BW);
  private total = 0;

  /** Adds steps with a peak in body weights. */
  add(peakBw: number, steps: number): void {
    const bin = Math.min(Math.floor(peakBw / BIN_BW), this.steps.length - 1);
    this.steps[bin] = (this.steps[bin] as number) + steps;
    this.total += steps;
  }

  /**
   * Peak force that a share of the steps stays below, body weights, within 0.0025; null when there were no steps.
   * @param share 0 to 1
   */
  quantile(share: number): number | null {
    if (this.total === 0) return null;
    let below = 0;
    for (let bin = 0; bin < this.steps.length; bin++) {
      below += this.steps[bin] as number;
      if (below >= share * this.total && below > 0) return (bin + 0.5) * BIN_BW;
    }
    return LIMIT_BW;
  }
}
