import type { Report } from '#core';
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
  return (
    <details>
      <summary>
        {props.title} ({props.rows.length})
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section className="table-scroll" aria-label={props.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">{`${text.from}, ${units}`}</th>
              <th scope="col" className="number">{`${text.to}, ${units}`}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col">{props.detail}</th>
              <th scope="col" className="number">{`${text.load}, ${words.load.unit(units)}`}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={`${row.startM}-${row.endM}`}>
                <td className="number">{distanceNumber(row.startM, units)}</td>
                <td className="number">{distanceNumber(row.endM, units)}</td>
                <td>{text.types[row.type] ?? row.type}</td>
                <td>{row.detail}</td>
                <td className="number">{loadNumber(row.kneeLoadKm, units)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
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
