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

/** The sample and the quiet season with heights that wander. */
export interface RoughSeasons {
  readonly wanderM: number;
  readonly sample: readonly SeasonReport[];
  readonly quiet: readonly SeasonReport[];
}

/** Factors that go by slopes. */
const BY_SLOPE = ['long-downhill', 'fast-steep-descent'] as const;

/** The most that any run went down in all. */
const mostDescentM = (days: readonly SeasonReport[]): number =>
  Math.max(...days.map(({ reading }) => reading.facts.descentM ?? 0));

function roughRows(rough: readonly RoughSeasons[]): string {
  const rows = rough.flatMap(({ wanderM, sample, quiet }) =>
    BY_SLOPE.map((id) => {
      const planted = sample.filter(({ run }) => run.planted.includes(id));
      const severities = planted.map((day) => day.report.findings.find((finding) => finding.id === id)?.severity);
      const silent = planted.every((day) => day.report.findings.some((f) => f.id === id && f.status !== 'scored'));
      const others = sample.filter(({ run }) => !run.planted.includes(id));
      return [
        `${wanderM} m`,
        `\`${id}\``,
        silent ? 'silent: too rough to tell' : `${planted.filter((day) => has(day, id)).length} of ${planted.length}`,
        silent ? '–' : [...new Set(severities)].join(', '),
        `${others.filter((day) => has(day, id)).length}`,
        `${quiet.filter((day) => has(day, id)).length}`,
        `${Math.round(mostDescentM(quiet) / 10) * 10} m`,
      ];
    }),
  );
  const head = ['Wander', 'Event', 'Found', 'Severity', 'In other runs', 'In the quiet season', 'Most descent there'];
  return table(head, rows);
}

/** The page as Markdown. */
export function plantedEventsPage(
  seasons: readonly PlantedSeason[],
  quiet: readonly SeasonReport[],
  rough: readonly RoughSeasons[],
): string {
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
    '## With heights of satellites',
    '',
    `The sample and the quiet season once more, as watches without a barometer would have recorded them: heights wander by so many metres over
minutes. The sum of all descent grows without a hill being there: a quiet run held ${Math.round(mostDescentM(quiet) / 10) * 10} m at most. So a run is held against its month by its
hills: ways down of 3 % or more that lose 15 m or more in one go, 26 m where the noise shows that heights come from satellites. When all descent was compared, the long way down was missed from 5 m of wander on.`,
    '',
    roughRows(rough),
    '',
    `## False alarms: quiet season (${quiet.length} runs)`,
    '',
    table(['Risk factor', 'Notes (info)', 'Moderate', 'High'], alarms),
    '',
    '`long-step` cannot be planted: it explains the length of a step and never flags.',
    '',
  ].join('\n');
}
