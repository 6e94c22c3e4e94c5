import type { Week } from '#contract/trends';
import { distance, type Units } from '../lib/format.ts';
import { words } from '../lib/words.ts';
import './ground-table.css';

const text = words.ground;

interface GroundRow {
  readonly type: string;
  sureM: number;
  assumedM: number;
}

/** Way on each ground, what is known and what is assumed apart; the longest first. */
function rowsOf(surfaces: Week['surfaces']): GroundRow[] {
  const rows = new Map<string, GroundRow>();
  for (const { type, certainty, distanceM } of surfaces) {
    const row = rows.get(type) ?? { type, sureM: 0, assumedM: 0 };
    if (certainty === 'assumed') row.assumedM += distanceM;
    else row.sureM += distanceM;
    rows.set(type, row);
  }
  return [...rows.values()].sort((a, b) => b.sureM - a.sureM || b.assumedM - a.assumedM);
}

/** Way on each ground as a table; what is known and what is assumed stand apart and are never added up. What is not known stands below, in no column. */
export function GroundTable(props: {
  readonly surfaces: Week['surfaces'];
  readonly units: Units;
  readonly caption: string;
}) {
  const { surfaces, units } = props;
  const total = surfaces.reduce((sum, { distanceM }) => sum + distanceM, 0);
  if (total === 0) return null;
  const percent = (metres: number): string => {
    const share = Math.round((100 * metres) / total);
    return share === 0 ? '<\u00a01 %' : `${share} %`;
  };
  const told = (metres: number): string => (metres > 0 ? `${distance(metres, units)} · ${percent(metres)}` : '–');
  const rows = rowsOf(surfaces);
  const named = rows.filter(({ type }) => type !== 'unknown');
  const unknownM = rows.find(({ type }) => type === 'unknown')?.sureM ?? 0;
  return (
    <>
      {named.length > 0 && (
        <table className="ground-table">
          <caption className="quiet small">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.kind}</th>
              <th scope="col" className="number">
                {text.sure}
              </th>
              <th scope="col" className="number">
                {text.assumed}
              </th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ type, sureM, assumedM }) => (
              <tr key={type}>
                <th scope="row">{text.types[type] ?? type}</th>
                <td className="number">{told(sureM)}</td>
                <td className="number">{told(assumedM)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unknownM > 0 && <p>{text.notKnown(told(unknownM))}</p>}
    </>
  );
}
