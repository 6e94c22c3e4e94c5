import { describe, expect, it } from 'vitest';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { expectedCadenceSpm } from '../../../src/load/preferred-cadence.ts';
import { loadTrack, unknown, withColumns } from '../../support/load-track.ts';

const heightM = 1.814;
const runner = { heightM, ownLine: null };
const easySpm = expectedCadenceSpm(2.78, heightM, 0);
const easy = { seconds: 600, speedMps: 2.78, gradePct: 0, cadenceSpm: easySpm };
const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);

describe('knee load of a run', () => {
  it('is a kilometre for each flat easy kilometre at the expected cadence, whatever the height', () => {
    for (const height of [1.55, 1.814, 1.98]) {
      const cadenceSpm = expectedCadenceSpm(2.78, height, 0);
      const load = kneeLoad(loadTrack([{ ...easy, cadenceSpm }]), { heightM: height, ownLine: null });
      expect(load.flatEasyKm.mid).toBeCloseTo((600 * 2.78) / 1000, 9);
    }
  });

  it('sets p = 1, 2 and 4 alike on flat easy running and leaves nothing to note', () => {
    const load = kneeLoad(loadTrack([easy]), runner);
    expect(load.byExponent.p1).toBeCloseTo(load.byExponent.p2, 9);
    expect(load.byExponent.p4).toBeCloseTo(load.byExponent.p2, 9);
    expect(load.notes).toEqual([]);
    expect(load.runningPeakBw?.median).toBeCloseTo(4.7, 2);
  });

  it('counts steps from the cadence channel and is the sum of its intervals', () => {
    const load = kneeLoad(loadTrack([easy, { ...easy, gradePct: -8, seconds: 300 }]), runner);
    expect(sum(load.steps)).toBeCloseTo((easySpm / 60) * 900, 6);
    expect(sum(load.kneeLoadKm)).toBeCloseTo(load.flatEasyKm.mid, 9);
  });

  it('counts steps much longer than the runner’s own as far as studies reach, and tells it', () => {
    const ownLine = { interceptSpm: easySpm, slopeSpmPerMps: 0, runs: 9, minutes: 300 };
    const load = (share: number) =>
      kneeLoad(loadTrack([{ ...easy, cadenceSpm: share * easySpm }]), { heightM, ownLine });
    expect(load(0.75).peakBw[0]).toBeCloseTo(load(0.8).peakBw[0] as number, 9);
    expect(load(0.75).notes.join(' ')).toMatch(
      /whole run the steps are further from the usual than anybody has measured/,
    );
    expect(load(0.85).notes).toEqual([]);
  });

  it('is 0 where the runner stands or the watch is paused', () => {
    const load = kneeLoad(
      loadTrack([
        { ...easy, gait: 'stand' },
        { ...easy, gait: 'pause' },
      ]),
      runner,
    );
    expect(load.flatEasyKm).toEqual({ low: 0, mid: 0, high: 0 });
    expect(load.runningPeakBw).toBeNull();
    expect(load.peakBw.every(Number.isNaN)).toBe(true);
    expect(load.notes).toEqual(['The file holds no running or walking, so there is no knee load.']);
  });

  it('holds an empty track', () => {
    expect(kneeLoad(loadTrack([]), runner).flatEasyKm).toEqual({ low: 0, mid: 0, high: 0 });
  });

  it('makes walking a descent lighter at the peak than running it', () => {
    const down = { seconds: 100, gradePct: -12 };
    const walked = kneeLoad(loadTrack([{ ...down, gait: 'walk', speedMps: 1.3, cadenceSpm: 112 }]), runner);
    const run = kneeLoad(loadTrack([{ ...down, speedMps: 2.8, cadenceSpm: 168 }]), runner);
    expect(walked.peakBw[0] as number).toBeLessThan((run.peakBw[0] as number) / 2);
    expect(walked.runningPeakBw).toBeNull();
  });

  it('takes a halved running cadence for a lost signal', () => {
    const halved = kneeLoad(loadTrack([{ ...easy, cadenceSpm: easySpm / 2 }]), runner);
    const lost = kneeLoad(withColumns(loadTrack([easy]), { cadenceSpm: unknown(loadTrack([easy])) }), runner);
    expect(halved.flatEasyKm).toEqual(lost.flatEasyKm);
    expect(halved.flatEasyKm.mid).toBeCloseTo(1.668, 9);
  });

  it('uses the runner’s own line where cadence is missing and the line is known', () => {
    const ownLine = { interceptSpm: 140, slopeSpmPerMps: 6, runs: 8, minutes: 200 };
    const track = withColumns(loadTrack([easy]), { cadenceSpm: unknown(loadTrack([easy])) });
    expect(sum(kneeLoad(track, { heightM, ownLine }).steps)).toBeCloseTo(((140 + 6 * 2.78) / 60) * 600, 6);
  });

  it('takes speeds and grades outside the model as its edge and says so', () => {
    const slow = kneeLoad(loadTrack([{ ...easy, speedMps: 1.9 }]), runner);
    expect(slow.notes.join(' ')).toMatch(/slower than 7:35 \/km/);
    const fast = kneeLoad(loadTrack([{ ...easy, speedMps: 6 }]), runner);
    const edge = kneeLoad(loadTrack([{ ...easy, speedMps: 5 }]), runner);
    expect(fast.notes.join(' ')).toMatch(/faster than 3:20 \/km/);
    expect(fast.peakBw[0] as number).toBeGreaterThanOrEqual(edge.peakBw[0] as number);
    const steep = kneeLoad(loadTrack([{ ...easy, gradePct: -40 }]), runner);
    expect(steep.flatEasyKm.mid).toBeCloseTo(
      kneeLoad(loadTrack([{ ...easy, gradePct: -25 }]), runner).flatEasyKm.mid,
      9,
    );
    expect(steep.notes.join(' ')).toMatch(/steeper than 25 %/);
  });

  it('finds its speed from the distance where the speed is missing', () => {
    const track = loadTrack([easy]);
    const load = kneeLoad(withColumns(track, { speedMps: unknown(track) }), runner);
    expect(load.flatEasyKm.mid).toBeCloseTo(1.668, 9);
  });
});
