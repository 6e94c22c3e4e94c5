import { useMemo } from 'react';
import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { LoadLegend } from '../../../components/load-legend.tsx';
import { RunMap } from '../../../components/map/run-map.tsx';
import { usePreferences } from '../../../lib/preferences.tsx';
import { useWidth } from '../../../lib/use-width.ts';
import { words } from '../../../lib/words.ts';
import { BracketLanes } from './bracket-lanes.tsx';
import { CADENCE_HEIGHT, CadenceChart, cadenceScale } from './cadence-chart.tsx';
import { Cursor } from './cursor.tsx';
import { DistanceAxis } from './distance-axis.tsx';
import { flagsOf } from './flags.ts';
import { placeSentence, Readout } from './readout.tsx';
import { altitudeScale, RibbonChart, ribbonHeight } from './ribbon-chart.tsx';
import { ribbonModel, sampleAt } from './ribbon-model.ts';
import { linearScale } from './scale.ts';
import { cadenceTitle, ribbonTitle } from './titles.ts';
import { useScrub } from './use-scrub.ts';
import './timeline.css';

/** Pixels of one step of the ribbon: narrow enough to look smooth. */
const STEP_PX = 3;

interface TimelineProps {
  readonly report: Report;
  readonly track: RunTrack;
  /** Finding that is looked at; its stretches stand out on ribbon and map. */
  readonly chosen: string | null;
  readonly onChoose: (findingId: string) => void;
}

/** The ribbon, the cadence under it, the map and the numbers, all with one cursor. */
export function Timeline({ report, track, chosen, onChoose }: TimelineProps) {
  const { units, scheme } = usePreferences();
  const [frame, width] = useWidth<HTMLDivElement>();
  const lengthM = track.distanceM.at(-1) ?? 0;
  const scrub = useScrub(lengthM, width);
  const { domain, cursorM } = scrub;

  const model = useMemo(() => ribbonModel(track, domain, Math.max(1, width / STEP_PX)), [track, domain, width]);
  const x = useMemo(() => linearScale(domain.fromM, domain.toM, 0, width), [domain, width]);
  const flags = useMemo(() => flagsOf(report, track, units), [report, track, units]);
  const titles = useMemo(() => ({ ribbon: ribbonTitle(report), cadence: cadenceTitle(track) }), [report, track]);
  const marked = useMemo(
    () => report.findings.filter((finding) => finding.severity !== 'none').map(({ id, where }) => ({ id, where })),
    [report],
  );

  const places = useMemo(() => ({ altitude: altitudeScale(model), cadence: cadenceScale(model).y }), [model]);
  const hasCadence = model.cadenceSpm.some((value) => value !== null);
  const at = cursorM === null ? null : sampleAt(track.distanceM, cursorM);
  const step =
    cursorM === null ? -1 : Math.floor(((cursorM - domain.fromM) / (domain.toM - domain.fromM)) * model.xM.length);
  const altitudeHere = model.altitudeM[step] ?? null;
  const cadenceHere = model.cadenceSpm[step] ?? null;
  const text = words.report.timeline;

  return (
    <section className="timeline" aria-label={text.label}>
      <div className="timeline-charts">
        <h2 className="chart-title">{titles.ribbon}</h2>
        <div className="timeline-frame" ref={frame}>
          <BracketLanes flags={flags} x={x} width={width} chosen={chosen} onChoose={onChoose} />
          <div
            className="scrub"
            role="slider"
            tabIndex={0}
            aria-label={text.slider}
            aria-valuemin={0}
            aria-valuemax={Math.round(lengthM)}
            aria-valuenow={Math.round(cursorM ?? domain.fromM)}
            aria-valuetext={placeSentence(track, at ?? 0, units)}
            onKeyDown={scrub.onKeyDown}
            {...scrub.pointer}
          >
            {width > 0 && (
              <RibbonChart
                model={model}
                x={x}
                width={width}
                report={report}
                flags={flags}
                chosen={chosen}
                scheme={scheme}
                units={units}
              />
            )}
            {cursorM !== null && (
              <Cursor
                kind="ribbon"
                x={x(cursorM)}
                y={altitudeHere === null ? null : places.altitude(altitudeHere)}
                width={width}
                height={ribbonHeight(model)}
                drag={scrub.drag}
              />
            )}
          </div>
          <DistanceAxis domain={domain} x={x} width={width} units={units} />
        </div>
        <div className="timeline-tools">
          <LoadLegend />
          <div className="row screen-only">
            <button type="button" className="button button-small" onClick={scrub.closer}>
              {text.closer}
            </button>
            <button type="button" className="button button-small" onClick={scrub.whole} disabled={!scrub.isZoomed}>
              {text.whole}
            </button>
          </div>
        </div>
        <h3 className="chart-title">{titles.cadence}</h3>
        {hasCadence && <p className="quiet small cadence-note">{text.cadenceNote}</p>}
        {hasCadence && (
          <div className="timeline-frame">
            <div className="scrub" {...scrub.pointer}>
              <CadenceChart model={model} x={x} width={width} />
              {cursorM !== null && (
                <Cursor
                  kind="cadence"
                  x={x(cursorM)}
                  y={cadenceHere === null ? null : places.cadence(cadenceHere)}
                  width={width}
                  height={CADENCE_HEIGHT}
                  drag={scrub.drag}
                />
              )}
            </div>
          </div>
        )}
      </div>
      <div className="timeline-side">
        <Readout report={report} track={track} at={at} />
        <RunMap track={track} subSport={report.run.subSport} marked={marked} chosen={chosen} at={at} />
      </div>
    </section>
  );
}
