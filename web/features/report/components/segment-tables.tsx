import type { Report } from '#core';
import { type Column, FoldedTable } from '../../../components/number-table.tsx';
import { cadence, distanceNumber, grade, loadNumber, type Units } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

const text = words.report.segments;

interface Row {
  readonly startM: number;
  readonly endM: number;
  readonly type: string;
  readonly kneeLoadKm: number;
  readonly detail: string;
}

function SegmentTable(props: {
  readonly title: string;
  readonly detail: string;
  readonly rows: readonly Row[];
  readonly units: Units;
}) {
  const { units } = props;
  if (props.rows.length === 0) return null;
  const columns: Column<Row>[] = [
    { head: `${text.from}, ${units}`, cell: (row) => distanceNumber(row.startM, units) },
    { head: `${text.to}, ${units}`, cell: (row) => distanceNumber(row.endM, units) },
    { head: text.kind, cell: (row) => text.types[row.type] ?? row.type, isText: true },
    { head: props.detail, cell: (row) => row.detail, isText: true },
    { head: `${text.load}, ${words.load.unit(units)}`, cell: (row) => loadNumber(row.kneeLoadKm, units) },
  ];
  return (
    <FoldedTable
      title={`${props.title} (${props.rows.length})`}
      rows={props.rows}
      columns={columns}
      keyOf={(row) => `${row.startM}-${row.endM}`}
    />
  );
}

/** The same as ribbon, cadence line and ground strip, as tables. */
export function SegmentTables({ report }: { readonly report: Report }) {
  const { units } = usePreferences();
  const { segments } = report;
  const certainty = words.report.timeline.surfaceCertainty;
  return (
    <section className="section screen-only" aria-labelledby="segments-title">
      <h2 id="segments-title">{text.title}</h2>
      <p className="quiet">{text.intro}</p>
      <SegmentTable
        title={text.grade}
        detail={text.meanGrade}
        units={units}
        rows={segments.grade.map((segment) => ({ ...segment, detail: grade(segment.meanGradePct) }))}
      />
      <SegmentTable
        title={text.cadence}
        detail={text.meanCadence}
        units={units}
        rows={segments.cadence.map((segment) => ({ ...segment, detail: cadence(segment.meanCadenceSpm) }))}
      />
      <SegmentTable
        title={text.surface}
        detail={text.certainty}
        units={units}
        rows={segments.surface.map((segment) => ({ ...segment, detail: certainty[segment.certainty] }))}
      />
    </section>
  );
}
