import type { Report } from '#core';
import { type Column, NumberTable } from '../../../components/number-table.tsx';
import { altitude, cadence, distance, MISSING, time } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

const text = words.report.fine;
const names = words.report.totals;

const COLUMNS: Column<{ readonly name: string; readonly ours: string; readonly theirs: string }>[] = [
  { head: text.deviceHead.what, cell: (row) => row.name },
  { head: text.deviceHead.ours, cell: (row) => row.ours },
  { head: text.deviceHead.theirs, cell: (row) => row.theirs },
];

/** The device's own sums beside ours; rows that the device does not give are left out. */
export function DeviceTotals({ report }: { readonly report: Report }) {
  const { units } = usePreferences();
  const { totals: ours, deviceTotals: theirs } = report;
  if (!theirs) return null;
  const count = (value: number | null) => (value === null ? MISSING : Math.round(value).toLocaleString('en'));
  const rows = [
    { name: names.distance, ours: distance(ours.distanceM, units), theirs: distance(theirs.distanceM, units) },
    { name: names.elapsed, ours: time(ours.elapsedTimeS), theirs: time(theirs.elapsedTimeS) },
    { name: names.timer, ours: time(ours.timerTimeS), theirs: time(theirs.timerTimeS) },
    { name: names.moving, ours: time(ours.movingTimeS), theirs: time(theirs.movingTimeS) },
    { name: names.ascent, ours: altitude(ours.ascentM, units), theirs: altitude(theirs.ascentM, units) },
    { name: names.descent, ours: altitude(ours.descentM, units), theirs: altitude(theirs.descentM, units) },
    { name: names.cadenceWithStops, ours: cadence(ours.meanCadenceSpm), theirs: cadence(theirs.meanCadenceSpm) },
    { name: names.steps, ours: count(ours.steps), theirs: count(theirs.steps) },
  ].filter((row) => row.theirs !== MISSING);
  if (rows.length === 0) return null;
  return (
    <div>
      <h3>{text.device}</h3>
      <NumberTable rows={rows} columns={COLUMNS} keyOf={(row) => row.name} />
    </div>
  );
}
