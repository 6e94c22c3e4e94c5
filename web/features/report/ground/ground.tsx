import type { Report } from '#core';
import { GroundTable } from '../../../components/ground-table.tsx';
import { useOnlineMap } from '../../../lib/online-map.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { GroundMeaning } from './ground-meaning.tsx';
import { TellGround } from './tell-ground.tsx';

const text = words.ground;

/** What the run was on, and the runner's own word on it. */
export function Ground({ report, id }: { readonly report: Report; readonly id: string }) {
  const { units } = usePreferences();
  const online = useOnlineMap();
  const isToCome = online.data && online.data.address !== null && online.data.missing > 0;
  return (
    <section className="section" aria-labelledby="ground-title">
      <h2 id="ground-title">{text.title}</h2>
      <GroundTable surfaces={report.surfaces} units={units} caption={text.shares} />
      <p className="quiet small">
        {report.onMapPct === null
          ? isToCome
            ? text.toCome
            : text.noMap
          : `${text.onMap(`${Math.round(report.onMapPct)} %`)} ${text.credit}`}
      </p>
      <details className="prints-open">
        <summary>{text.meaning}</summary>
        <GroundMeaning surfaces={report.surfaces} />
      </details>
      <TellGround id={id} units={units} lengthM={report.totals.distanceM} segments={report.segments.surface} />
    </section>
  );
}
