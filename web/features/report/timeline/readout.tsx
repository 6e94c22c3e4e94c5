import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { altitude, cadence, distance, grade, loadNumber, loadRange, MISSING, pace, time } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import './readout.css';

const text = words.report.readout;

interface Reading {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

type Units = 'km' | 'mi';

const beats = (bpm: number | null): string => (bpm === null ? MISSING : `${Math.round(bpm)}\u00a0bpm`);

function wholeRun(report: Report, units: Units): Reading[] {
  const { totals } = report;
  const meanSpeedMps = totals.movingTimeS > 0 ? totals.distanceM / totals.movingTimeS : null;
  return [
    { name: text.whole, value: distance(totals.distanceM, units) },
    {
      name: text.load,
      value: loadNumber(report.kneeLoad.flatEasyKm.mid, units),
      note: text.range(loadRange(report.kneeLoad.flatEasyKm, units)),
    },
    { name: text.pace, value: pace(meanSpeedMps, units) },
    { name: text.cadence, value: cadence(totals.runningCadenceSpm) },
    { name: text.time, value: time(totals.movingTimeS) },
    { name: text.climb, value: altitude(totals.ascentM, units) },
    { name: text.descent, value: altitude(totals.descentM, units) },
  ].filter((reading) => reading.value !== MISSING);
}

/** What the run holds at one place; what its file never holds has no room kept for it. */
function atPlace(track: RunTrack, at: number, units: Units): Reading[] {
  const load = track.kneeLoadPerKm[at] ?? null;
  const expected = track.expectedCadenceSpm[at] ?? null;
  const heartRate = track.heartRateBpm[at] ?? null;
  const cadenceNote = expected === null ? {} : { note: text.expected(String(Math.round(expected))) };
  const readings: (Reading & { readonly column: readonly (number | null)[] })[] = [
    { column: track.distanceM, name: text.at, value: distance(track.distanceM[at] ?? 0, units) },
    {
      column: track.kneeLoadPerKm,
      name: text.load,
      value: load === null ? MISSING : text.times(load.toFixed(1)),
      note: text.flatEasy,
    },
    { column: track.speedMps, name: text.pace, value: pace(track.speedMps[at] ?? null, units) },
    { column: track.cadenceSpm, name: text.cadence, value: cadence(track.cadenceSpm[at] ?? null), ...cadenceNote },
    { column: track.timeS, name: text.time, value: time(track.timeS[at] ?? null) },
    { column: track.altitudeM, name: text.altitude, value: altitude(track.altitudeM[at] ?? null, units) },
    { column: track.gradePct, name: text.grade, value: grade(track.gradePct[at] ?? null) },
    { column: track.heartRateBpm, name: text.heartRate, value: beats(heartRate) },
  ];
  return readings.filter(({ column }) => column.some((value) => value !== null));
}

/** The place under the cursor in one sentence, for screen readers. */
export function placeSentence(track: RunTrack, at: number, units: Units): string {
  const [place, ...readings] = atPlace(track, at, units).filter((reading) => reading.value !== MISSING);
  const told = ({ name, value, note }: Reading) => `${name} ${value}${note === undefined ? '' : ` (${note})`}`;
  return `${place?.value}: ${readings.map(told).join(', ')}`;
}

/** The numbers over the ribbon, where no hand hides them: of the place under the cursor, else of the whole run. */
export function Readout(props: { readonly report: Report; readonly track: RunTrack; readonly at: number | null }) {
  const { units } = usePreferences();
  const { track, at } = props;
  const readings = at === null ? wholeRun(props.report, units) : atPlace(track, at, units);
  return (
    <section className={`readout${at === null ? '' : ' readout-at'}`} aria-label={text.label}>
      <dl>
        {readings.map((reading) => (
          <div key={reading.name}>
            <dt>{reading.name}</dt>
            <dd>
              {reading.value}
              {reading.note !== undefined && <span className="readout-note">{reading.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
