/** Runs as a table for spreadsheets, with what the runner wrote of them. */
import type { RunSummary } from '#contract/runs';
import type { Database } from '../db/database.ts';
import { descriptions } from '../db/run-summaries.ts';
import { toCsv } from './csv.ts';

const RUN_COLUMNS = [
  ...[
    'id',
    'startedAt',
    'title',
    'description',
    'gear',
    'fileName',
    'device',
    'distanceM',
    'movingTimeS',
    'ascentM',
    'descentM',
  ],
  ...['runningCadenceSpm', 'kneeLoadLowKm', 'kneeLoadMidKm', 'kneeLoadHighKm', 'severity', 'flags'],
];

/** One line for each run, in the order given, below a line of names. */
export async function runsTable(db: Database, runs: readonly RunSummary[]): Promise<Buffer> {
  const written = await descriptions(db);
  const rows = runs.map((run) => {
    const { low, mid, high } = run.kneeLoadKm;
    return [
      ...[run.id, run.startedAt, run.title, written.get(run.id) ?? null, run.gear, run.fileName, run.device],
      ...[
        run.distanceM,
        run.movingTimeS,
        run.ascentM,
        run.descentM,
        run.runningCadenceSpm,
        low,
        mid,
        high,
        run.severity,
      ],
      run.flags.map(({ title }) => title).join('; '),
    ];
  });
  return Buffer.from(toCsv([RUN_COLUMNS, ...rows]));
}
