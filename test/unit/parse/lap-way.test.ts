import { describe, expect, it } from 'vitest';
import { field } from '../../../fixtures/write/fit-field.ts';
import { parse } from '../../../src/parse/parse.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import { parseOrThrow } from '../../support/fixtures.ts';
import { SmallFit, SPORT, START_MS } from '../../support/small-fit.ts';
import { tcx, tcxActivity, tcxLap, timeOf, utf8 } from '../../support/small-xml.ts';

const sums = (seconds: number, metres: number, strides?: number) => [
  field(7, 'uint32', seconds, 1000),
  field(9, 'uint32', metres, 100),
  ...(strides === undefined ? [] : [field(17, 'uint8', strides)]),
];
const codes = (bytes: Uint8Array) => parseOrThrow(bytes).warnings.map(({ code }) => code);

describe('a FIT run whose laps alone tell the way', () => {
  const heart = [field(3, 'uint8', 140)];
  const beats = (fit: SmallFit, toS: number) => {
    for (let s = 0; s <= toS; s += 1) fit.record(s, heart);
    return fit;
  };

  it('has it spread evenly over the points of each lap, with a warning', () => {
    const fit = beats(new SmallFit().fileId(), 200).lap(0, sums(100, 250)).lap(100, sums(100, 350));
    const bytes = fit.session(0, 200, SPORT.running).bytes();
    const { samples } = parseOrThrow(bytes);
    expect([0, 50, 100, 150, 200].map((s) => samples.distanceM?.[s])).toEqual([0, 125, 250, 425, 600]);
    expect(codes(bytes)).toEqual(['way-by-lap']);
    const { track } = buildTrack(parseOrThrow(bytes));
    expect([track.speedMps[50], track.speedMps[150]].map((speed) => speed?.toFixed(2))).toEqual(['2.50', '3.50']);
  });

  it('goes by the session where no lap tells', () => {
    const bytes = beats(new SmallFit().fileId(), 100)
      .session(0, 100, SPORT.running, [field(9, 'uint32', 300, 100)])
      .bytes();
    expect(parseOrThrow(bytes).samples.distanceM?.at(-1)).toBe(300);
  });

  it('has a point at the ends of each lap where it has no others, with the cadence of the lap', () => {
    const laps = new SmallFit()
      .fileId()
      .lap(0, sums(600, 1500, 82))
      .lap(600, sums(600, 1860, 86));
    const { samples, startedAtMs } = parseOrThrow(laps.session(0, 1200, SPORT.running).bytes());
    expect(startedAtMs).toBe(START_MS);
    expect([samples.timeS, samples.distanceM, samples.cadencePerMin].map((column) => Array.from(column ?? []))).toEqual(
      [
        [0, 600, 1200],
        [0, 1500, 3360],
        [82, 86, 86],
      ],
    );
  });

  it('keeps what its points tell, whatever the laps say', () => {
    const bytes = new SmallFit().fileId().run(0, 100).lap(0, sums(100, 999)).session(0, 100, SPORT.running).bytes();
    expect(parseOrThrow(bytes).samples.distanceM?.at(-1)).toBe(300);
    expect(codes(bytes)).toEqual([]);
  });

  it('is none where nobody could have run so fast, or the sport is another', () => {
    const fast = new SmallFit()
      .fileId()
      .session(0, 100, SPORT.running, [field(9, 'uint32', 5000, 100)])
      .bytes();
    expect(parse(fast)).toMatchObject({ ok: false, error: { code: 'no-samples' } });
    const swim = new SmallFit()
      .fileId()
      .session(0, 900, SPORT.swimming, [field(9, 'uint32', 900, 100)])
      .bytes();
    expect(parse(swim)).toMatchObject({ ok: false, error: { code: 'not-a-run' } });
    expect(parse(swim)).not.toMatchObject({ error: { mayOverrule: true } });
  });
});

describe('a TCX run whose laps alone tell the way', () => {
  const lap = (second: number, seconds: number, metres: number, inside = '') =>
    tcxLap(second, inside, `<TotalTimeSeconds>${seconds}</TotalTimeSeconds><DistanceMeters>${metres}</DistanceMeters>`);
  const cadence = '<Extensions><ns3:LX><ns3:AvgRunCadence>84</ns3:AvgRunCadence></ns3:LX></Extensions>';

  it('is read from them, also across a rest', () => {
    const bytes = utf8(tcx(tcxActivity(lap(0, 300, 900, cadence) + lap(400, 300, 750, cadence))));
    const { samples } = parseOrThrow(bytes);
    expect(Array.from(samples.timeS)).toEqual([0, 300, 400, 700]);
    expect(Array.from(samples.distanceM ?? [])).toEqual([0, 900, 900, 1650]);
    expect(samples.cadencePerMin?.[0]).toBe(84);
    const { track } = buildTrack(parseOrThrow(bytes));
    expect(track.durationS.reduce((all, seconds) => all + seconds, 0)).toBe(600);
    expect(codes(bytes)).toEqual(['way-by-lap']);
  });

  it('has it spread over points that hold a pulse alone', () => {
    const points = Array.from(
      { length: 101 },
      (_, s) => `<Trackpoint><Time>${timeOf(s)}</Time><HeartRateBpm><Value>140</Value></HeartRateBpm></Trackpoint>`,
    );
    const { samples } = parseOrThrow(utf8(tcx(tcxActivity(lap(0, 100, 300, `<Track>${points.join('')}</Track>`)))));
    expect(samples.distanceM?.[50]).toBe(150);
  });
});
