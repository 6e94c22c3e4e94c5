import { RunPain } from '../features/pain/components/run-pain.tsx';
import { ReportPage } from '../features/report/report-page.tsx';

/** The report of one run with the pain form in it: features know nothing of each other, so they meet here. */
export function RunReportRoute({ id }: { readonly id: string }) {
  return <ReportPage id={id} painForm={(date) => <RunPain runId={id} date={date} />} />;
}
