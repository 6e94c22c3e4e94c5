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

function wholeRun(report: Report, units: Units): Reading[] {
  const { totals } = report;
  const meanSpeedMps = totals.movingTimeS > 0 ? totals.distanceM / totals.movingTimeS : null;
  return [
    {
      name: text.load,
      value: loadNumber(report.kneeLoad.flatEasyKm.mid, units),
      note: `${loadRange(report.kneeLoad.flatEasyKm, units)} ${words.load.unit(units)}`,
    },
    { name: text.time, value: time(totals.movingTimeS) },
    { name: text.pace, value: pace(meanSpeedMps, units) },
    { name: text.cadence, value: cadence(totals.runningCadenceSpm) },
    { name: text.climb, value: altitude(totals.ascentM, units) },
    { name: text.descent, value: altitude(totals.descentM, units) },
  ];
}

function atPlace(track: RunTrack, at: number, units: Units): Reading[] {
  const load = track.kneeLoadPerKm[at] ?? null;
  const expected = track.expectedCadenceSpm[at] ?? null;
  const heartRate = track.heartRateBpm[at] ?? null;
  const cadenceNote = expected === null ? {} : { note: text.expected(String(Math.round(expected))) };
  return [
    { name: text.load, value: load === null ? MISSING : text.times(load.toFixed(1)), note: text.perKm },
    { name: text.time, value: time(track.timeS[at] ?? null) },
    { name: text.pace, value: pace(track.speedMps[at] ?? null, units) },
    { name: text.altitude, value: altitude(track.altitudeM[at] ?? null, units) },
    { name: text.grade, value: grade(track.gradePct[at] ?? null) },
    { name: text.cadence, value: cadence(track.cadenceSpm[at] ?? null), ...cadenceNote },
    { name: text.heartRate, value: heartRate === null ? MISSING : `${Math.round(heartRate)} bpm` },
  ];
}

/** The place under the cursor in one sentence, for screen readers. */
export function placeSentence(track: RunTrack, at: number, units: Units): string {
  const readings = atPlace(track, at, units).filter((reading) => reading.value !== MISSING);
  const place = distance(track.distanceM[at] ?? 0, units);
  return `${place}: ${readings.map((reading) => `${reading.name} ${reading.value}`).join(', ')}`;
}

/** The numbers beside the ribbon: of the place under the cursor, else of the whole run. */
export function Readout(props: { readonly report: Report; readonly track: RunTrack; readonly at: number | null }) {
  const { units } = usePreferences();
  const { track, at } = props;
  const readings = at === null ? wholeRun(props.report, units) : atPlace(track, at, units);
  const title = at === null ? text.whole : text.at(distance(track.distanceM[at] ?? 0, units));
  return (
    <section className="readout" aria-label={text.label}>
      <h3>{title}</h3>
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
