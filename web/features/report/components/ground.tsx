import type { Report } from '#core';
import { distance } from '../../../lib/format.ts';
import { useOnlineMap } from '../../../lib/online-map.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { TellGround } from './tell-ground.tsx';

const text = words.ground;

interface GroundRow {
  readonly type: string;
  sureM: number;
  assumedM: number;
}

/** Way on each ground, what is known and what is assumed apart; the longest first. */
function rowsOf(surfaces: Report['surfaces']): GroundRow[] {
  const rows = new Map<string, GroundRow>();
  for (const { type, certainty, distanceM } of surfaces) {
    const row = rows.get(type) ?? { type, sureM: 0, assumedM: 0 };
    if (certainty === 'assumed') row.assumedM += distanceM;
    else row.sureM += distanceM;
    rows.set(type, row);
  }
  return [...rows.values()].sort((a, b) => b.sureM - a.sureM || b.assumedM - a.assumedM);
}

/** What the run was on, and the runner's own word on it. */
export function Ground({ report, id }: { readonly report: Report; readonly id: string }) {
  const { units } = usePreferences();
  const online = useOnlineMap();
  const isToCome = online.data && online.data.address !== null && online.data.missing > 0;
  const total = report.surfaces.reduce((sum, { distanceM }) => sum + distanceM, 0);
  const told = (metres: number): string =>
    metres > 0 ? `${distance(metres, units)} · ${Math.round((100 * metres) / total)} %` : '–';
  const known = rowsOf(report.surfaces).filter(({ type }) => type !== 'unknown');
  const unknownM = report.surfaces.reduce((sum, { type, distanceM }) => sum + (type === 'unknown' ? distanceM : 0), 0);
  return (
    <section className="section" aria-labelledby="ground-title">
      <h2 id="ground-title">{text.title}</h2>
      {total > 0 && (
        <table>
          <caption className="quiet small">{text.shares}</caption>
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
            {known.map(({ type, sureM, assumedM }) => (
              <tr key={type}>
                <th scope="row">{text.types[type] ?? type}</th>
                <td className="number">{told(sureM)}</td>
                <td className="number">{told(assumedM)}</td>
              </tr>
            ))}
            {unknownM > 0 && (
              <tr>
                <th scope="row">{text.notKnown}</th>
                <td className="number" colSpan={2}>
                  {told(unknownM)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      <p className="quiet small">
        {report.onMapPct === null
          ? isToCome
            ? text.toCome
            : text.noMap
          : `${text.onMap(`${Math.round(report.onMapPct)} %`)} ${text.credit}`}
      </p>
      <TellGround id={id} units={units} lengthM={report.totals.distanceM} />
    </section>
  );
}
