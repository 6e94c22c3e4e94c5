import type { PlantedEvent } from '../../fixtures/season/season-run.ts';
import { flagged, type SeasonReport } from './season-reports.ts';

const HEAD = `# Planted events: what the analysis finds in runs whose truth is known

This page is written by \`test/golden/planted-events.test.ts\` and compared in every test run; nobody edits it by hand
(\`UPDATE_GOLDEN=1 npx vitest run --project golden\` writes it anew).

The sample season is simulated: fourteen weeks of an invented runner (1.78 m, nothing else told), with events planted on known
days: a run 1.4 times the month's longest, 3 km down at 9 %, weeks of 8 % fewer steps, a lay-off, fast sessions, a treadmill,
a sore knee noted during a run and the morning after. The quiet season is ten weeks of the same runner with nothing planted; whatever is found there is a false alarm. Both are
described in \`fixtures/MANIFEST.md\`. A simulated runner is kinder than a real one: these tables show that the rules do what they
say, not that they are right about bodies.
`;

/** A Markdown table with columns of even width. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** The page as Markdown. */
export function plantedEventsPage(
  sample: readonly SeasonReport[],
  quiet: readonly SeasonReport[],
  events: readonly PlantedEvent[],
): string {
  const has = (day: SeasonReport, id: string) => flagged(day).some((finding) => finding.id === id);
  const found = events.map((event) => {
    const planted = sample.filter(({ run }) => run.planted.includes(event));
    const others = sample.filter(({ run }) => !run.planted.includes(event));
    const severities = planted.map((day) => day.report.findings.find(({ id }) => id === event)?.severity ?? 'none');
    return [
      `\`${event}\``,
      `${planted.length}`,
      `${planted.filter((day) => has(day, event)).length}`,
      [...new Set(severities)].join(', '),
      `${others.filter((day) => has(day, event)).length}`,
      `${quiet.filter((day) => has(day, event)).length}`,
    ];
  });
  const ids = [...new Set(quiet.flatMap((day) => day.report.findings.map(({ id }) => id)))].sort();
  const alarms = ids.map((id) => {
    const severities = quiet.map((day) => day.report.findings.find((finding) => finding.id === id)?.severity);
    const count = (severity: string) => `${severities.filter((one) => one === severity).length}`;
    return [`\`${id}\``, count('info'), count('moderate'), count('high')];
  });
  return `${HEAD}
## Sample season (${sample.length} runs)

${table(['Event', 'Planted in runs', 'Found there', 'Severity', 'Found in other runs', 'Found in the quiet season'], found)}

\`low-cadence\` in other runs: the weeks in which cadence was coming back and still lay 9 steps a minute under what is usual for
the height and speed.

## False alarms: quiet season (${quiet.length} runs)

${table(['Risk factor', 'Notes (info)', 'Moderate', 'High'], alarms)}
`;
}
