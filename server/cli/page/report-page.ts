/** A report as a page of a terminal. */
import { type Finding, type Report, type Words, wordsIn } from '#core';
import type { FileResult } from '../analyze-files.ts';
import { findingLines, silentLines } from './findings.ts';
import type { Ink } from './ink.ts';
import { ribbon } from './ribbon.ts';
import { clock, moment, PAGE_COLUMNS, wrap } from './text.ts';

type Reported = Extract<FileResult, { ok: true }>;
type Refused = Extract<FileResult, { ok: false }>;

/** Who measured the altitude, as a sentence. */
const ALTITUDE = {
  barometric: 'Altitude was measured by a barometer.',
  gps: 'Altitude was measured by satellite, so climbing, descent and slopes are rough.',
  terrain: 'Altitude was taken from a height map.',
  unknown: 'The file does not say who measured the altitude; climbing and descent may be too high.',
} as const;

const rule = (ink: Ink) => ink.dim('─'.repeat(PAGE_COLUMNS));

/** The range as a line from low to high with a mark at the estimate. */
function rangeLine({ low, mid, high }: Report['kneeLoad']['flatEasyKm'], words: Words): string {
  const columns = 30;
  const at = high > low ? Math.round(((mid - low) / (high - low)) * columns) : 0;
  const bar = `├${'─'.repeat(at)}●${'─'.repeat(columns - at)}┤`;
  return `  Knee load  ${words.load(low)} ${bar} ${words.load(high)} ${words.loadUnit}`;
}

/** Sums that are known, a line a matter. */
function totalLines({ totals }: Report, words: Words): readonly string[] {
  const { distanceM, elapsedTimeS, movingTimeS, ascentM, descentM, steps, runningCadenceSpm } = totals;
  const pace = distanceM > 0 ? `, ${words.pace(distanceM / movingTimeS)}` : '';
  const rows: readonly (readonly [string, string | null])[] = [
    ['Distance', words.way(distanceM)],
    ['Time', `${clock(movingTimeS)} moving, ${clock(elapsedTimeS)} in all${pace}`],
    [
      'Climbing',
      ascentM === null || descentM === null ? null : `${words.climb(ascentM)} up, ${words.climb(descentM)} down`,
    ],
    ['Cadence', runningCadenceSpm === null ? null : `${runningCadenceSpm.toFixed(0)} steps/min while running`],
    ['Steps', steps === null ? null : steps.toFixed(0)],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(10)} ${value ?? 'not known'}`);
}

/** Way on each ground, a line for each manner in which it is known; known and assumed are never added up. */
function groundLines({ surfaces }: Report, words: Words): readonly string[] {
  const total = surfaces.reduce((sum, { distanceM }) => sum + distanceM, 0);
  const shares = surfaces.toSorted((a, b) => b.distanceM - a.distanceM);
  return shares.map(({ type, certainty, distanceM }) => {
    const ground = certainty === 'unknown' ? 'not known' : `${type.replaceAll('-', ' ')}, ${certainty}`;
    return `  ${ground.padEnd(26)} ${words.way(distanceM).padStart(9)} ${((100 * distanceM) / total).toFixed(0).padStart(4)} %`;
  });
}

/** What a sensor recorded through an app on the watch, in a sentence for each maker. */
function appFieldLines({ appFields }: Report): readonly string[] {
  const apps = [...new Set(appFields.map(({ app }) => app))];
  return apps.map((app) => {
    const own = appFields.filter((field) => field.app === app);
    const means = own.map(
      ({ name, unit, mean }) => `${name} ${Number(mean.toPrecision(3))}${unit === null ? '' : ` ${unit}`}`,
    );
    return `Your ${app} recorded, on average: ${means.join(', ')}. Kneewise shows this and does not use it.`;
  });
}

/** What the numbers rest on. */
function finePrint(report: Report): readonly string[] {
  const { coverage, kneeLoad, warnings, cadenceReading, engine, altitudeSource } = report;
  const covered = `Measured for this share of the moving time: position ${coverage.position.toFixed(0)} %, altitude ${coverage.altitude.toFixed(0)} %, cadence ${coverage.cadence.toFixed(0)} %, heart rate ${coverage.heartRate.toFixed(0)} %.`;
  const altitude = altitudeSource === 'none' ? [] : [ALTITUDE[altitudeSource]];
  const cadence = cadenceReading === null || cadenceReading.certain ? [] : [cadenceReading.explanation];
  const repaired = warnings.map(({ message, count }) =>
    count > 1 && !message.includes(String(count)) ? `${message} (${count} times)` : message,
  );
  const model = `Engine ${engine.version}, model ${engine.model}: a mechanical estimate of the load on the kneecap joint, no diagnosis and no probability of injury.`;
  return [covered, ...altitude, ...cadence, ...kneeLoad.notes, ...repaired, ...appFieldLines(report), model].map(
    (text) => wrap(text, '  '),
  );
}

/** The letter by which ribbon and text name a finding. */
const letterOf = (index: number) => String.fromCharCode('A'.charCodeAt(0) + index);

const isRaised = ({ severity }: Finding) => severity !== 'none';

/** The page of a report, with a line feed at its end. */
export function reportPage({ file, report, track, kneeLoad }: Reported, ink: Ink): string {
  const raised = report.findings.filter(isRaised).map((finding, i) => ({ finding, letter: letterOf(i) }));
  const marks = raised.map(({ finding, letter }) => ({ letter, where: finding.where }));
  const { run } = report;
  const words = wordsIn(report.units);
  const about = [moment(run.startedAt), run.subSport, run.device, run.format.toUpperCase()];
  const lines = [
    rule(ink),
    ink.bold(wrap(report.headline)),
    ink.dim(wrap([file, ...about].filter((part) => part !== null).join(' · '))),
    '',
    rangeLine(report.kneeLoad.flatEasyKm, words),
    '',
    ...ribbon(track, kneeLoad, marks, ink, words),
    '',
    ink.bold(raised.length === 0 ? 'Nothing stands out' : 'What stands out'),
    ...raised.flatMap(({ finding, letter }) => findingLines(finding, letter, report, ink)),
    ...silentLines(report),
    '',
    ink.bold('Totals'),
    ...totalLines(report, words),
    '',
    ink.bold('Ground'),
    ...groundLines(report, words),
    '',
    ink.bold('Fine print'),
    ...finePrint(report).map(ink.dim),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** The page of a file that gave no report. */
export function refusalPage({ file, error }: Refused, ink: Ink): string {
  const remedy = error.mayOverrule ? ' If it was a run, add --as-run.' : '';
  return `${rule(ink)}\n${ink.bold(file)}\n${wrap(`No report (${error.code}): ${error.message}${remedy}`, '  ')}\n\n`;
}
