import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { Explained } from '../../../components/explained.tsx';
import { RunMap } from '../../../components/map/run-map.tsx';
import { PaintLegend } from '../../../components/paint-legend.tsx';
import { type PaintKind, paintOf } from '../../../lib/paint.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { usePrinting } from '../../../lib/use-printing.ts';
import { useWidth } from '../../../lib/use-width.ts';
import { words } from '../../../lib/words.ts';
import { PaperMap } from '../paper/paper-map.tsx';
import { type AxisKind, axisOf, hullOf, sampleAt } from './axis.ts';
import { BracketLanes } from './bracket-lanes.tsx';
import { CADENCE_HEIGHT, CadenceChart, cadenceScale } from './cadence-chart.tsx';
import { Cursor } from './cursor.tsx';
import { flagsOf } from './flags.ts';
import type { Focus } from './focus.ts';
import { LOAD_HEIGHT, LoadChart, loadScale } from './load-chart.tsx';
import { PaintChoice } from './paint-choice.tsx';
import { PlaceAxis } from './place-axis.tsx';
import { placeSentence, Readout } from './readout.tsx';
import { altitudeScale, RibbonChart, ribbonHeight } from './ribbon-chart.tsx';
import { type ChangedLoad, changedPerKm, ribbonModel } from './ribbon-model.ts';
import { linearScale } from './scale.ts';
import { SplitsTable } from './splits-table.tsx';
import { cadenceTitle, loadTitle, ribbonTitle } from './titles.ts';
import { useScrub } from './use-scrub.ts';
import './timeline.css';

/** Pixels of one step of the ribbon: narrow enough to look smooth. */
const STEP_PX = 3;

interface TimelineProps {
  readonly report: Report;
  readonly track: RunTrack;
  readonly focus: Focus | null;
  /** Load of the run with a change, while one is tried. */
  readonly changed: ChangedLoad | null;
  /** What stands out; it leads the page with the ribbon, before the map and the splits. */
  readonly findings: ReactNode;
  /** Stands under the map, which stands beside the ribbon where there is room. */
  readonly aside: ReactNode;
  readonly onShow: (focus: Focus) => void;
  /** A bracket leads to its finding. */
  readonly onOpen: (focus: Focus) => void;
}

/** The numbers over the ribbon, load and cadence under it, what stands out, the map and the splits, all with one cursor. */
export function Timeline({ report, track, focus, changed, findings, aside, onShow, onOpen }: TimelineProps) {
  const { units, scheme } = usePreferences();
  const [axisKind, setAxisKind] = useState<AxisKind>('distance');
  const [paintKind, setPaintKind] = useState<PaintKind>('load');
  const [frame, width] = useWidth<HTMLDivElement>();
  const axis = useMemo(() => axisOf(axisKind, track), [axisKind, track]);
  const isPrinting = usePrinting();
  const scrub = useScrub(axis, width);
  const { domain, cursor } = scrub;
  const ground = report.segments.surface;

  const paint = useMemo(() => {
    const look = { scheme, units };
    const load = paintOf('load', track, ground, look);
    const chosen = paintOf(paintKind, track, ground, look) ?? load;
    if (!chosen) throw new Error('every run can be coloured by its load');
    return chosen;
  }, [paintKind, track, ground, scheme, units]);
  const model = useMemo(
    () => ribbonModel(track, axis, domain, paint, Math.max(1, width / STEP_PX)),
    [track, axis, domain, paint, width],
  );
  const changedLoad = useMemo(
    () => changed && changedPerKm(changed, track, axis, domain, model.places.length),
    [changed, track, axis, domain, model],
  );
  const x = useMemo(() => linearScale(domain.from, domain.to, 0, width), [domain, width]);
  const flags = useMemo(() => flagsOf(report, track, units), [report, track, units]);
  const titles = useMemo(
    () => ({ ribbon: ribbonTitle(report, track, units), load: loadTitle(track), cadence: cadenceTitle(track) }),
    [report, track, units],
  );
  const marked = useMemo(
    () => report.findings.filter((finding) => finding.severity !== 'none').map(({ id, where }) => ({ id, where })),
    [report],
  );

  const { show } = scrub;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there when asked to, not whenever the axis is redrawn.
  useEffect(() => {
    const hull = focus && hullOf(axis, focus.where);
    if (hull) show(hull);
  }, [focus]);

  const places = useMemo(
    () => ({ altitude: altitudeScale(model), load: loadScale(model).y, cadence: cadenceScale(model).y }),
    [model],
  );
  const hasCadence = model.cadenceSpm.some((value) => value !== null);
  const at = cursor === null ? null : sampleAt(axis.column, cursor);
  const step =
    cursor === null ? -1 : Math.floor(((cursor - domain.from) / (domain.to - domain.from)) * model.places.length);
  const heightOf = (values: readonly (number | null)[], y: (value: number) => number) => {
    const value = values[step] ?? null;
    return value === null ? null : y(value);
  };
  const text = words.report.timeline;
  const chosen = focus?.findingId ?? null;
  const cursorAt = { x: x(cursor ?? 0), width, drag: scrub.drag };

  return (
    <div className="timeline">
      <section className="timeline-charts" aria-label={text.label}>
        <div className="timeline-head">
          <h2 className="chart-title">{titles.ribbon}</h2>
          <Readout report={report} track={track} at={at} />
        </div>
        <div className="timeline-frame" ref={frame}>
          <BracketLanes
            flags={flags}
            axis={axis}
            x={x}
            width={width}
            chosen={chosen}
            onChoose={(flag) => onOpen({ findingId: flag.finding.id, where: [flag.main] })}
          />
          <div
            className="scrub"
            role="slider"
            tabIndex={0}
            aria-label={text.slider}
            aria-valuemin={0}
            aria-valuemax={Math.round(axis.length)}
            aria-valuenow={Math.round(cursor ?? domain.from)}
            aria-valuetext={placeSentence(track, at ?? 0, units)}
            onKeyDown={scrub.onKeyDown}
            {...scrub.pointer}
          >
            {width > 0 && (
              <RibbonChart
                model={model}
                axis={axis}
                x={x}
                width={width}
                report={report}
                flags={flags}
                chosen={chosen}
                paint={paint}
                units={units}
              />
            )}
            {cursor !== null && (
              <Cursor
                {...cursorAt}
                kind="ribbon"
                y={heightOf(model.altitudeM, places.altitude)}
                height={ribbonHeight(model)}
              />
            )}
          </div>
          <PlaceAxis axis={axis} domain={domain} x={x} width={width} units={units} />
        </div>
        <div className="timeline-tools">
          <PaintLegend paint={paint} />
          <div className="row screen-only">
            <button type="button" className="button button-small" onClick={scrub.closer}>
              {text.closer}
            </button>
            <button
              type="button"
              className="button button-small"
              onClick={scrub.reset}
              disabled={!scrub.isZoomed && cursor === null}
            >
              {text.whole}
            </button>
          </div>
        </div>
        {ground.some(({ type }) => type !== 'unknown') && <p className="quiet small">{text.strip}</p>}
        <div className="timeline-choices screen-only">
          <PaintChoice track={track} ground={ground} value={paint.kind} onChange={setPaintKind} />
          <ChoiceRow legend={text.axis} options={text.axes} value={axisKind} onChange={setAxisKind} />
        </div>
      </section>
      <section className="timeline-along" aria-label={text.along}>
        <h3 className="chart-title">{changedLoad ? text.loadChanged(titles.load) : titles.load}</h3>
        <div className="timeline-frame">
          <div className="scrub" {...scrub.pointer}>
            <LoadChart model={model} changed={changedLoad} x={x} width={width} />
            {cursor !== null && (
              <Cursor {...cursorAt} kind="load" y={heightOf(model.loadPerKm, places.load)} height={LOAD_HEIGHT} />
            )}
          </div>
        </div>
        <h3 className="chart-title">{titles.cadence}</h3>
        {hasCadence && <Explained summary={text.cadenceBand}>{text.cadenceNote}</Explained>}
        {hasCadence && (
          <div className="timeline-frame">
            <div className="scrub" {...scrub.pointer}>
              <CadenceChart model={model} x={x} width={width} />
              {cursor !== null && (
                <Cursor
                  {...cursorAt}
                  kind="cadence"
                  y={heightOf(model.cadenceSpm, places.cadence)}
                  height={CADENCE_HEIGHT}
                />
              )}
            </div>
          </div>
        )}
      </section>
      <div className="timeline-findings">{findings}</div>
      <div className="timeline-side">
        {isPrinting ? (
          <PaperMap track={track} paint={paint} hiddenM={null} />
        ) : (
          <RunMap
            track={track}
            subSport={report.run.subSport}
            marked={marked}
            chosen={chosen}
            paint={paint}
            shown={focus?.where ?? null}
            at={at}
          />
        )}
        {aside}
      </div>
      <div className="timeline-splits">
        <SplitsTable
          track={track}
          units={units}
          isPaper={isPrinting}
          hereM={at === null ? null : (track.distanceM[at] ?? null)}
          onShow={(stretch) => onShow({ findingId: chosen, where: [stretch] })}
        />
      </div>
    </div>
  );
}
