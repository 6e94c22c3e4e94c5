import { PainForm } from '../features/pain/components/pain-form.tsx';
import { ReportPage } from '../features/report/report-page.tsx';

/** The report of one run with the pain form in it: features know nothing of each other, so they meet here. */
export function RunReportRoute({ id }: { readonly id: string }) {
  return <ReportPage id={id} painForm={(date) => <PainForm runId={id} date={date} />} />;
}
