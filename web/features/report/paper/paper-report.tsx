import type { ReportFileParts } from '#contract/report-file';
import { GroundTable } from '../../../components/ground-table.tsx';
import { PaintLegend } from '../../../components/paint-legend.tsx';
import { Tied } from '../../../components/tied.tsx';
import { longMoment } from '../../../lib/dates.ts';
import { deviceName } from '../../../lib/device-name.ts';
import { type Paint, paintOf } from '../../../lib/paint.ts';
import { words } from '../../../lib/words.ts';
import { Comparison } from '../components/comparison.tsx';
import { DeviceTotals } from '../components/device-totals.tsx';
import { Findings } from '../components/findings.tsx';
import { Coverage, LoadDoubts, Warnings } from '../components/fine-print.tsx';
import { PrintSources } from '../components/print-sources.tsx';
import { Totals } from '../components/totals.tsx';
import { GroundMeaning } from '../ground/ground-meaning.tsx';
import { hasLoad } from '../has-load.ts';
import { axisOf } from '../timeline/axis.ts';
import { BracketLanes } from '../timeline/bracket-lanes.tsx';
import { CadenceChart } from '../timeline/cadence-chart.tsx';
import { flagsOf } from '../timeline/flags.ts';
import { LoadChart } from '../timeline/load-chart.tsx';
import { PlaceAxis } from '../timeline/place-axis.tsx';
import { RibbonChart } from '../timeline/ribbon-chart.tsx';
import { ribbonModel } from '../timeline/ribbon-model.ts';
import { linearScale } from '../timeline/scale.ts';
import { SplitsTable } from '../timeline/splits-table.tsx';
import { cadenceTitle, loadTitle, ribbonTitle } from '../timeline/titles.ts';
import { PaperMap } from './paper-map.tsx';

/** Width of the drawings, px: an A4 page with its margins. */
const WIDTH = 700;
/** Pixels of one step of the ribbon. */
const STEP_PX = 3;

interface ChartsProps {
  readonly parts: ReportFileParts;
  readonly paint: Paint;
}

/** The run laid out over the width of the paper. */
function layOut({ parts, paint }: ChartsProps) {
  const axis = axisOf('distance', parts.track);
  const domain = { from: 0, to: axis.length };
  const model = ribbonModel(parts.track, axis, domain, paint, WIDTH / STEP_PX);
  return { axis, domain, model, x: linearScale(0, axis.length, 0, WIDTH), width: WIDTH };
}

function Ribbon(props: ChartsProps) {
  const { report, track, units } = props.parts;
  const { domain, model, ...along } = layOut(props);
  const flags = flagsOf(report, track, units);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the drawings scroll sideways, which takes a focus by keyboard.
    <section className="paper-charts" tabIndex={0} aria-label={words.report.timeline.label}>
      <h2 className="chart-title">{ribbonTitle(report, track, units)}</h2>
      <BracketLanes {...along} flags={flags} chosen={null} onChoose={null} />
      <RibbonChart
        {...along}
        model={model}
        report={report}
        flags={flags}
        chosen={null}
        paint={props.paint}
        units={units}
      />
      <PlaceAxis {...along} domain={domain} units={units} />
      <PaintLegend paint={props.paint} />
    </section>
  );
}

function Along(props: ChartsProps) {
  const { model, x } = layOut(props);
  const hasCadence = model.cadenceSpm.some((value) => value !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see the ribbon.
    <section className="section paper-along" tabIndex={0} aria-label={words.report.timeline.along}>
      <h2 className="chart-title">{loadTitle(props.parts.track)}</h2>
      <LoadChart model={model} changed={null} x={x} width={WIDTH} />
      <h2 className="chart-title">{cadenceTitle(props.parts.track)}</h2>
      {hasCadence && <p className="quiet small">{words.report.timeline.cadenceNote}</p>}
      {hasCadence && <CadenceChart model={model} x={x} width={WIDTH} />}
    </section>
  );
}

/** The report as it stands on paper or in a file of its own: nothing moves, nothing is asked for. */
export function PaperReport(parts: ReportFileParts) {
  const { report, track, earlier, units } = parts;
  const { run } = report;
  const subSport = words.runs.subSport(run.subSport);
  const paint = paintOf('load', track, report.segments.surface, { scheme: 'light', units });
  const isDrawn = paint !== null && hasLoad(report);
  return (
    <main className="paper">
      <header className="report-head">
        <p className="report-kicker">
          {[longMoment(run.startedAt), subSport, deviceName(run.device)].filter((part) => part !== null).join(' · ')}
        </p>
        <h1>
          <Tied>{report.headline}</Tied>
        </h1>
        <p className="quiet small">{words.report.unit(units)}</p>
        {earlier && (
          <Comparison load={report.kneeLoad.flatEasyKm} distanceM={report.totals.distanceM} earlier={earlier} />
        )}
      </header>
      {isDrawn && <Ribbon parts={parts} paint={paint} />}
      <Findings report={report} chosen={null} onShow={null} />
      <PrintSources report={report} />
      <Totals report={report} />
      {isDrawn && <Along parts={parts} paint={paint} />}
      <SplitsTable track={track} units={units} hereM={null} isPaper onShow={null} />
      <section className="section" aria-labelledby="ground-title">
        <h2 id="ground-title">{words.ground.title}</h2>
        <GroundTable surfaces={report.surfaces} units={units} caption={words.ground.shares} />
        {report.onMapPct !== null && <p className="quiet small">{words.ground.credit}</p>}
        <h3>{words.ground.meaning}</h3>
        <GroundMeaning surfaces={report.surfaces} />
      </section>
      {isDrawn && parts.mapWithoutM !== null && <PaperMap track={track} paint={paint} hiddenM={parts.mapWithoutM} />}
      <section className="section" aria-labelledby="fine-title">
        <h2 id="fine-title">{words.report.fine.title}</h2>
        <div className="fine">
          <Coverage report={report} />
          <LoadDoubts report={report} />
          <Warnings report={report} />
          <DeviceTotals report={report} />
        </div>
      </section>
      <footer className="quiet small">
        <p>{words.report.paper.limits}</p>
        <p>{words.report.paper.made(report.engine.version)}</p>
      </footer>
    </main>
  );
}
