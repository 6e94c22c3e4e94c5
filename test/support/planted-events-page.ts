import type { PlantedEvent } from '../../fixtures/season/season-run.ts';
import { table } from './markdown.ts';
import { flagged, type SeasonReport } from './season-reports.ts';

const HEAD = `# Planted events: what the analysis finds in runs whose truth is known

This page is written by \`test/golden/planted-events.test.ts\` and compared in every test run; nobody edits it by hand
(\`UPDATE_GOLDEN=1 npx vitest run --project golden\` writes it anew).

The sample season is simulated: fourteen weeks of an invented runner (1.78 m, nothing else told), with events planted on known
days: a run 1.4 times the month's longest, 3 km down at 9 %, weeks of 8 % fewer steps, a lay-off, fast sessions, a treadmill,
a sore knee noted during a run and the morning after. The second season is twelve weeks of the same runner with a strap that tells the feet
apart, who has told a knee injury and half a year of running: a run on concrete, five minutes lost by the watch, two weeks in a row that grow, tired steps
in the last third, uneven steps without and with a sore knee on that side. The quiet season is ten weeks with nothing planted; whatever is found there is
a false alarm. All are described in \`fixtures/MANIFEST.md\`. A simulated runner is kinder than a real one: these tables show that the rules do what they
say, not that they are right about bodies; what they say of real runs is counted in [real-seasons.md](real-seasons.md).
`;

/** A season and what was planted in it. */
export interface PlantedSeason {
  readonly title: string;
  readonly days: SeasonReport[];
  readonly events: readonly PlantedEvent[];
  /** What is to be known of finds in runs where the event was not planted; empty for nothing. */
  readonly note: string;
}

const has = (day: SeasonReport, id: string) => flagged(day).some((finding) => finding.id === id);

function hits({ days, events }: PlantedSeason, quiet: readonly SeasonReport[]): string {
  const rows = events.map((event) => {
    const planted = days.filter(({ run }) => run.planted.includes(event));
    const others = days.filter(({ run }) => !run.planted.includes(event));
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
  return table(
    ['Event', 'Planted in runs', 'Found there', 'Severity', 'Found in other runs', 'Found in the quiet season'],
    rows,
  );
}

/** The page as Markdown. */
export function plantedEventsPage(seasons: readonly PlantedSeason[], quiet: readonly SeasonReport[]): string {
  const ids = [...new Set(quiet.flatMap((day) => day.report.findings.map(({ id }) => id)))].sort();
  const alarms = ids.map((id) => {
    const found = quiet.flatMap((day) => day.report.findings.filter((finding) => finding.id === id));
    const count = (severity: string) => `${found.filter((finding) => finding.severity === severity).length}`;
    return [`\`${id}\``, count('info'), count('moderate'), count('high')];
  });
  return [
    HEAD,
    ...seasons.flatMap((season) => [
      `## ${season.title} (${season.days.length} runs)`,
      '',
      hits(season, quiet),
      '',
      ...(season.note === '' ? [] : [season.note, '']),
    ]),
    `## False alarms: quiet season (${quiet.length} runs)`,
    '',
    table(['Risk factor', 'Notes (info)', 'Moderate', 'High'], alarms),
    '',
    '`long-step` cannot be planted: it explains the length of a step and never flags.',
    '',
  ].join('\n');
}
