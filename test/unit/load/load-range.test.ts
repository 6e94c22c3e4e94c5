import { describe, expect, it } from 'vitest';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import type { Range } from '../../../src/stats/range.ts';
import { SURFACE_CLASSES } from '../../../src/surface/surface.ts';
import { loadTrack, type Stretch, unknown, withColumns } from '../../support/load-track.ts';

const runner = { heightM: 1.75, ownLine: null };
const up: Stretch = { seconds: 300, speedMps: 2.6, gradePct: 4, gradeErrorPct: 1, cadenceSpm: 166 };
const down: Stretch = { seconds: 300, speedMps: 3, gradePct: -4, gradeErrorPct: 1, cadenceSpm: 166 };
const rolling = loadTrack([up, down, up, down]);
const width = ({ low, mid, high }: Range) => (high - low) / mid;
const load = (track = rolling, body: Parameters<typeof kneeLoad>[1] = runner) => kneeLoad(track, body);

describe('the range of the knee load', () => {
  it('holds all three weightings', () => {
    const { flatEasyKm, byExponent } = load();
    for (const km of Object.values(byExponent)) {
      expect(km).toBeGreaterThanOrEqual(flatEasyKm.low);
      expect(km).toBeLessThanOrEqual(flatEasyKm.high);
    }
  });

  it('grows without altitude, and says so', () => {
    const flat = withColumns(rolling, { gradePct: unknown(rolling), gradeErrorPct: unknown(rolling) });
    expect(width(load(flat).flatEasyKm)).toBeGreaterThan(width(load().flatEasyKm));
    expect(load(flat).notes.join(' ')).toMatch(/Altitude is missing for the whole run/);
  });

  it('allows a treadmill of unknown incline to rise but not to fall', () => {
    const treadmill = new Uint8Array(rolling.length).fill(SURFACE_CLASSES.indexOf('treadmill'));
    const level = withColumns(rolling, { gradePct: unknown(rolling), gradeErrorPct: unknown(rolling) });
    const outside = load(level).flatEasyKm;
    const inside = load(withColumns(level, { surface: treadmill }));
    expect(inside.flatEasyKm.mid).toBe(outside.mid);
    expect(inside.flatEasyKm.high).toBeLessThan(outside.high);
    expect(inside.flatEasyKm.low).toBeGreaterThan(outside.low);
    expect(inside.notes.join(' ')).toMatch(/incline of the treadmill is not known for the whole run/);
  });

  it('grows without cadence, and says so', () => {
    for (const cadenceSpm of [158, 166, 175]) {
      const track = loadTrack([
        { ...up, cadenceSpm },
        { ...down, cadenceSpm },
      ]);
      const without = withColumns(track, { cadenceSpm: unknown(track) });
      expect(width(load(without).flatEasyKm)).toBeGreaterThan(width(load(track).flatEasyKm));
      expect(load(without).notes.join(' ')).toMatch(/Cadence is missing for the whole run/);
    }
  });

  it('grows for an untold height, and says what is assumed', () => {
    const untold = load(rolling, { heightM: null, ownLine: null });
    expect(width(untold.flatEasyKm)).toBeGreaterThan(width(load().flatEasyKm));
    expect(untold.notes.join(' ')).toMatch(/1\.75 m is assumed/);
    const inMiles = load(rolling, { heightM: null, ownLine: null, units: 'mi' });
    expect(inMiles.notes.join(' ')).toMatch(/5 ft 9 in is assumed/);
  });

  it('grows when the cadence could have been counted the other way, and holds that reading', () => {
    const stretches = [{ ...up, cadenceSpm: 212 }];
    const sure = load(loadTrack(stretches)).flatEasyKm;
    const unsure = load(loadTrack(stretches, { cadenceCertain: false, cadenceUnit: 'strides' }));
    const halved = load(loadTrack([{ ...up, cadenceSpm: 106 }])).flatEasyKm;
    expect(width(unsure.flatEasyKm)).toBeGreaterThan(width(sure));
    expect(unsure.flatEasyKm.low).toBeLessThanOrEqual(halved.mid);
    expect(unsure.flatEasyKm.high).toBeGreaterThanOrEqual(halved.mid);
    expect(unsure.notes.join(' ')).toMatch(/one foot or both/);
  });

  it('grows with each step of grade error and tells a coarse one', () => {
    const widths = [0, 1, 3, 6, 14].map((gradeErrorPct) => {
      const track = loadTrack([up, down].map((stretch) => ({ ...stretch, gradeErrorPct })));
      return width(load(track).flatEasyKm);
    });
    for (let i = 1; i < widths.length; i++) expect(widths[i] as number).toBeGreaterThan(widths[i - 1] as number);
    const coarse = loadTrack([{ ...up, gradeErrorPct: 6 }]);
    expect(load(coarse).notes.join(' ')).toMatch(/off by about 6 percentage points/);
  });

  it('lets grade errors of far-apart windows even out', () => {
    const share = (minutes: number) =>
      width(
        load(
          loadTrack([{ ...up, gradePct: 0, speedMps: 2.78, cadenceSpm: 170, seconds: 60 * minutes }], {
            gradeWindowM: 200,
          }),
        ).flatEasyKm,
      );
    expect(share(120)).toBeLessThan(share(10));
  });

  it('grows with a steeper descent, whose size is the least certain', () => {
    const gentle = loadTrack([{ ...down, gradePct: -2 }]);
    const steep = loadTrack([{ ...down, gradePct: -12 }]);
    expect(width(load(steep).flatEasyKm)).toBeGreaterThan(width(load(gentle).flatEasyKm));
  });
});

it('the range grows with the distance from other runners, as nobody knows how much of it counts', () => {
  const at = (cadenceSpm: number, ownLine: Parameters<typeof kneeLoad>[1]['ownLine']) =>
    width(load(loadTrack([{ ...up, gradePct: 0, cadenceSpm }]), { heightM: 1.75, ownLine }).flatEasyKm);
  const low = { interceptSpm: 138, slopeSpmPerMps: 6, runs: 9, minutes: 300 };
  const usual = { interceptSpm: 153, slopeSpmPerMps: 6, runs: 9, minutes: 300 };
  expect(at(153.6, low)).toBeGreaterThan(at(168.6, usual));
});
