/** Every flipped bit and every cut of a small file, and every wrong byte of a smallest one, gives a report or a typed refusal. */
import { describe, expect, it } from 'vitest';
import { field } from '../../fixtures/write/fit-field.ts';
import { analyse } from '../../src/analyse.ts';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { SmallFit, SPORT, TIMER } from '../support/small-fit.ts';
import { gpxRun, tcx, tcxActivity, tcxLap, trackPoints, trackpoint, utf8 } from '../support/small-xml.ts';

const POINTS = 12;
/** Fewer, because each has a hundred letters. */
const XML_POINTS = 2;
const CONTEXT = { sha256: '0'.repeat(64), profile: UNKNOWN_PROFILE, history: [], painLog: [] };

function smallFit(): Uint8Array {
  const fit = new SmallFit().fileId().timer(0, TIMER.start);
  fit.run(0, POINTS, [field(4, 'uint8', 83), field(53, 'uint8', 0.5, 128), field(78, 'uint32', 120, 5, 500)]);
  return fit.timer(POINTS, TIMER.stopAll).lap(0).session(0, POINTS, SPORT.running).bytes();
}

const inside = '<ele>12</ele><extensions><cad>82</cad></extensions>';
const points = Array.from({ length: XML_POINTS }, (_, i) => trackpoint(i, '<Cadence>82</Cadence>')).join('');
const FILES = {
  fit: smallFit(),
  gpx: utf8(gpxRun(trackPoints(0, XML_POINTS, 3, inside))),
  tcx: utf8(tcx(tcxActivity(tcxLap(0, `<Track>${points}</Track>`)))),
} as const;
const NAMES = Object.keys(FILES) as (keyof typeof FILES)[];

/** The fewest bytes that still give a report, so that all values of each can be tried. */
const SMALLEST = {
  fit: new SmallFit()
    .message(12, [field(0, 'enum', SPORT.running)])
    .record(0)
    .record(9, [field(5, 'uint32', 30, 100)])
    .bytes(),
  gpx: utf8(
    '<gpx><trk><type>run</type><trkpt><time>2024-05-01T06:00Z</time></trkpt>' +
      '<trkpt lat="1" lon="2"><time>2024-05-01T06:00:09Z</time></trkpt></trk></gpx>',
  ),
  tcx: utf8(
    '<TrainingCenterDatabase><Activity Sport="Running"><Trackpoint><Time>2024-05-01T06:00Z</Time></Trackpoint>' +
      '<Trackpoint><Time>2024-05-01T06:00:09Z</Time></Trackpoint></Activity></TrainingCenterDatabase>',
  ),
} as const;
/** Other values of a byte. */
const OTHERS = 255;
/** For tens of thousands of files on a machine that does other things too. */
const PATIENCE_MS = 400_000;

/** The code of the refusal, or `report`; throws where the report is not as promised. */
function outcomeOf(bytes: Uint8Array): string {
  const result = analyse(bytes, CONTEXT);
  if (!result.ok) return result.error.code;
  reportSchema.parse(result.value);
  return 'report';
}

/** How often each outcome came, for all of many files. */
function tally(count: number, of: (i: number) => Uint8Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const outcome = outcomeOf(of(i));
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

describe('a small file', () => {
  it.each(NAMES)('as %s gives a report as it is', (name) => {
    expect(outcomeOf(FILES[name])).toBe('report');
  });

  it.each(NAMES)('as %s with any one bit flipped gives a report or a typed refusal, mostly a report', (name) => {
    const file = FILES[name];
    const counts = tally(file.length * 8, (i) => {
      const flipped = file.slice();
      const at = i >> 3;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (i & 7));
      return flipped;
    });
    expect((counts.get('report') ?? 0) / (file.length * 8)).toBeGreaterThan(0.6);
  });

  it.each(NAMES)('as %s cut at any length gives a report or a typed refusal', (name) => {
    const file = FILES[name];
    const counts = tally(file.length, (length) => file.subarray(0, length));
    expect(counts.get('empty-file')).toBe(1);
    expect(counts.get('report')).toBeGreaterThan(0);
  });

  it.each(NAMES)(
    'as %s with any one byte replaced by any other gives a report or a typed refusal',
    (name) => {
      const file = SMALLEST[name];
      expect(outcomeOf(file)).toBe('report');
      const counts = tally(file.length * OTHERS, (i) => {
        const wrong = file.slice();
        const at = Math.floor(i / OTHERS);
        wrong[at] = ((wrong[at] ?? 0) + 1 + (i % OTHERS)) & 0xff;
        return wrong;
      });
      expect((counts.get('report') ?? 0) / (file.length * OTHERS)).toBeGreaterThan(0.2);
    },
    PATIENCE_MS,
  );
});
