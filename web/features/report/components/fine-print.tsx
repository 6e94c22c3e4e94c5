import type { Report } from '#core';
import { EvidenceLink } from '../../../components/evidence-link.tsx';
import { loadNumber } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { hasLoad } from '../has-load.ts';
import { AppFields } from './app-fields.tsx';
import { CadenceRule } from './cadence-rule.tsx';
import { DeleteRun } from './delete-run.tsx';
import { DeviceTotals } from './device-totals.tsx';
import { ShareReport } from './share-report.tsx';
import './fine-print.css';

const text = words.report.fine;

/** How much of the moving time each channel covers. */
export function Coverage({ report }: { readonly report: Report }) {
  const channels = Object.entries(text.channels) as [keyof Report['coverage'], string][];
  return (
    <div>
      <h3>{text.coverage}</h3>
      <ul className="coverage">
        {channels.map(([channel, name]) => (
          <li key={channel}>
            <span>{name}</span>
            <span className="coverage-bar" aria-hidden="true">
              <span style={{ width: `${report.coverage[channel]}%` }} />
            </span>
            <span>{Math.round(report.coverage[channel])} %</span>
          </li>
        ))}
      </ul>
      <p className="quiet small">{text.altitudeSource[report.altitudeSource]}</p>
    </div>
  );
}

/** What the range of the load rests on. */
export function LoadDoubts({ report }: { readonly report: Report }) {
  const { units } = usePreferences();
  const { p1, p2, p4 } = report.kneeLoad.byExponent;
  const unit = words.load.unit(units);
  const joint = report.kneeLoad.tibiofemoralPeakBw;
  return (
    <div>
      <h3>{text.notes}</h3>
      {hasLoad(report) && (
        <p>{text.exponents(loadNumber(p1, units), loadNumber(p2, units), loadNumber(p4, units), unit)}</p>
      )}
      <p>
        {joint === null ? text.tibiofemoralMissing : text.tibiofemoral(joint.low.toFixed(0), joint.high.toFixed(0))}
      </p>
      <p>
        <EvidenceLink part="model">{text.evidence}</EvidenceLink>
      </p>
      <ul>
        {report.kneeLoad.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

/** What was odd in the file. */
export function Warnings({ report }: { readonly report: Report }) {
  return (
    <div>
      <h3>{text.warnings}</h3>
      {report.warnings.length === 0 ? (
        <p className="quiet">{text.noWarnings}</p>
      ) : (
        <ul>
          {report.warnings.map((warning) => (
            <li key={warning.code}>
              {warning.message}
              {warning.count > 1 && !warning.message.includes(String(warning.count)) && (
                <span className="quiet"> ({warning.count} ×)</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the numbers rest on: coverage, range, oddities, the device's own sums, how cadence was read, versions, the file. */
export function FinePrint({ report, id }: { readonly report: Report; readonly id: string }) {
  const { engine, schemaVersion } = report;
  return (
    <section className="section" aria-labelledby="fine-title">
      <h2 id="fine-title">{text.title}</h2>
      <div className="fine">
        <Coverage report={report} />
        <LoadDoubts report={report} />
        <CadenceRule reading={report.cadenceReading} id={id} />
        <Warnings report={report} />
        <AppFields fields={report.appFields} />
        <DeviceTotals report={report} />
      </div>
      <p className="quiet small">{text.made(engine.version, engine.model, schemaVersion)}</p>
      <div className="row fine-actions screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          {text.print}
        </button>
        <ShareReport id={id} />
        <a className="button" href={`/api/runs/${encodeURIComponent(id)}/original`} download>
          {text.original}
        </a>
        <DeleteRun id={id} />
      </div>
    </section>
  );
}
