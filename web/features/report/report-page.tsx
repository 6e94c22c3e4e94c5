import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Report } from '#core';
import { Explained } from '../../components/explained.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { Tied } from '../../components/tied.tsx';
import { localDate, longMoment } from '../../lib/dates.ts';
import { deviceName } from '../../lib/device-name.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { useEarlierRuns } from './api/get-earlier-runs.ts';
import { useReport } from './api/get-report.ts';
import { useTrack } from './api/get-track.ts';
import { Comparison } from './components/comparison.tsx';
import { Findings } from './components/findings.tsx';
import { FinePrint } from './components/fine-print.tsx';
import { OwnWords } from './components/own-words.tsx';
import { PrintSources } from './components/print-sources.tsx';
import { Recordings } from './components/recordings.tsx';
import { SegmentTables } from './components/segment-tables.tsx';
import { SHARE_ID } from './components/share-report.tsx';
import { Totals } from './components/totals.tsx';
import { Ground } from './ground/ground.tsx';
import { hasLoad } from './has-load.ts';
import type { Focus } from './timeline/focus.ts';
import type { ChangedLoad } from './timeline/ribbon-model.ts';
import { Timeline } from './timeline/timeline.tsx';
import { WhatIfPanel } from './what-if/what-if-panel.tsx';
import './report-page.css';

const BackLink = () => (
  <Link href="/" className="back-link">
    ← {words.report.back}
  </Link>
);

function openShare() {
  const share = document.getElementById(SHARE_ID);
  share?.setAttribute('open', '');
  share?.scrollIntoView({ block: 'center' });
  share?.querySelector('summary')?.focus({ preventScroll: true });
}

function Head({ report, id }: { readonly report: Report; readonly id: string }) {
  const earlier = useEarlierRuns(report.run.startedAt);
  const { units } = usePreferences();
  const { headline } = report;
  const subSport = report.run.subSport === null ? null : words.runs.subSport(report.run.subSport);
  useEffect(() => {
    document.title = `${headline} · Kneewise`;
    return () => {
      document.title = 'Kneewise';
    };
  }, [headline]);
  return (
    <header className="report-head">
      <div className="report-nav screen-only">
        <BackLink />
        <button type="button" className="link-button" onClick={openShare}>
          {words.report.toShare}
        </button>
      </div>
      <p className="report-kicker">
        {[longMoment(report.run.startedAt), subSport, deviceName(report.run.device)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <h1>
        <Tied>{headline}</Tied>
      </h1>
      <OwnWords id={id} />
      {hasLoad(report) && <Explained summary={words.report.unitAsked(units)}>{words.report.unit(units)}</Explained>}
      {hasLoad(report) && earlier.data && (
        <Comparison load={report.kneeLoad.flatEasyKm} distanceM={report.totals.distanceM} earlier={earlier.data} />
      )}
    </header>
  );
}

interface ReportPageProps {
  readonly id: string;
  /** Draws the form that asks how the knee felt, for the run's calendar date. */
  readonly painForm: (date: string) => ReactNode;
}

/** What one run asked of the knees, and what to change. */
export function ReportPage({ id, painForm }: ReportPageProps) {
  const report = useReport(id);
  const track = useTrack(id);
  const [focus, setFocus] = useState<Focus | null>(null);
  const [changed, setChanged] = useState<ChangedLoad | null>(null);
  const timeline = useRef<HTMLDivElement>(null);

  const openFinding = (next: Focus) => {
    setFocus(next);
    const card = document.getElementById(`finding-${next.findingId}`);
    card?.closest('details')?.setAttribute('open', '');
    card?.scrollIntoView({ block: 'nearest' });
    card?.focus({ preventScroll: true });
  };
  const showOnRibbon = (next: Focus) => {
    setFocus(next);
    timeline.current?.scrollIntoView({ block: 'start' });
  };

  if (report.isPending) return <Loading what={words.report.what} heights={[24, 90, 260, 140, 180]} />;
  if (report.isError)
    return (
      <>
        <BackLink />
        <Failed error={report.error} onRetry={() => void report.refetch()} />
      </>
    );
  const findings = (
    <>
      <Findings report={report.data} chosen={focus?.findingId ?? null} onShow={showOnRibbon} />
      <PrintSources report={report.data} />
    </>
  );
  const isTold = hasLoad(report.data);
  return (
    <article>
      <Head report={report.data} id={id} />
      <div ref={timeline}>
        {isTold && track.isPending && <Loading what={words.report.timeline.label} heights={[260, 120]} />}
        {track.isError && <Failed error={track.error} onRetry={() => void track.refetch()} />}
        {isTold && track.data && (
          <Timeline
            report={report.data}
            track={track.data}
            focus={focus}
            changed={changed}
            findings={findings}
            aside={<WhatIfPanel id={id} hasSlopes={report.data.coverage.altitude > 0} onChange={setChanged} />}
            onShow={setFocus}
            onOpen={openFinding}
          />
        )}
        {!isTold && <p className="form-message report-short">{words.report.timeline.tooShort}</p>}
      </div>
      {!(isTold && track.data) && findings}
      <Totals report={report.data} />
      <Ground report={report.data} id={id} />
      <SegmentTables report={report.data} />
      {painForm(localDate(new Date(report.data.run.startedAt)))}
      <Recordings id={id} startedAt={report.data.run.startedAt} />
      <FinePrint report={report.data} id={id} />
    </article>
  );
}
