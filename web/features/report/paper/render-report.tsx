/**
 * The report as one HTML file, made where no browser is: in the server and on the command line. Styles stand inside, and the
 * file's own policy forbids it to ask anybody for anything.
 */

import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReportFileParts } from '#contract/report-file';
import base from '../../../app/styles/base.css?inline';
import tokens from '../../../app/styles/tokens.css?inline';
import groundTable from '../../../components/ground-table.css?inline';
import loadBar from '../../../components/load-bar.css?inline';
import paintLegend from '../../../components/paint-legend.css?inline';
import severityMark from '../../../components/severity-mark.css?inline';
import { PaperPreferences } from '../../../lib/preferences.tsx';
import comparison from '../components/comparison.css?inline';
import findings from '../components/findings.css?inline';
import finePrint from '../components/fine-print.css?inline';
import totals from '../components/totals.css?inline';
import groundMeaning from '../ground/ground-meaning.css?inline';
import reportPage from '../report-page.css?inline';
import bracketLanes from '../timeline/bracket-lanes.css?inline';
import splitsTable from '../timeline/splits-table.css?inline';
import timeline from '../timeline/timeline.css?inline';
import paper from './paper.css?inline';
import { PaperReport } from './paper-report.tsx';
import { withoutEnds } from './privacy.ts';

/** The type stands inside the file too: what another machine has in its place may be wider, and page one would run over. */
const typeface = (family: string, data: string) =>
  `@font-face{font-family:"${family}";font-weight:200 900;src:url("${data}") format("woff2")}`;

const STYLES = [
  typeface('Source Sans 3 Variable', sans),
  typeface('Source Serif 4 Variable', serif),
  tokens,
  base,
  groundTable,
  loadBar,
  paintLegend,
  severityMark,
  comparison,
  findings,
  finePrint,
  totals,
  groundMeaning,
  reportPage,
  splitsTable,
  timeline,
  bracketLanes,
  paper,
].join('\n');

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Makes the file. The same parts give the same bytes on one machine; times are told in its time zone. */
export function renderReport(parts: ReportFileParts): string {
  const track = withoutEnds(parts.track, parts.mapWithoutM ?? 0);
  const body = renderToStaticMarkup(
    <PaperPreferences units={parts.units}>
      <PaperReport {...parts} track={track} />
    </PaperPreferences>,
  );
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(parts.report.headline)} · Kneewise</title>
<style>${STYLES}</style>
</head>
<body>${body}</body>
</html>
`;
}
