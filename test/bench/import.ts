/**
 * `npm run bench -- import [activities]`: a whole account export from ZIP to reports, against the bare decoder on the same
 * files and cores.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { table } from './measure.ts';

/** Ten years of a runner who runs six times a week. */
const ACTIVITIES = 3000;
const DAY_MS = 86_400_000;
const YEARS_DAYS = 3650;
/** An hour at 2.9 m/s over a rolling kilometre. */
const HOUR_LEGS = Array.from({ length: 10 }, () => [
  { lengthM: 440, gradePct: 0 },
  { lengthM: 300, gradePct: 3 },
  { lengthM: 300, gradePct: -3 },
]).flat();
/** Different runs; each is used again and again with another start, which changes every record. */
const DIFFERENT = 8;

/** What the issue asks for. */
const MOST_RATIO = 1.6;
const MOST_MB = 600;
const MOST_SLOW_MS = 200;

const activities = Number(process.argv[2] ?? ACTIVITIES);

const plan: RunPlan = {
  startedAtMs: Date.UTC(2016, 0, 1, 7),
  subSport: null,
  legs: HOUR_LEGS,
  easySpeedMps: 2.9,
  cadenceFactor: 1,
  stops: [],
  watch: WATCH,
};

async function makeFiles(folder: string): Promise<string> {
  const recordings = Array.from({ length: DIFFERENT }, (_, i) => simulateRun(plan, i + 1).recording);
  const zip = new ZipFile();
  const path = join(folder, 'export.zip');
  const written = finished(zip.outputStream.pipe(createWriteStream(path)));
  const rows = ['Activity ID,Activity Date,Activity Name,Activity Type,Activity Gear,Filename'];
  mkdirSync(join(folder, 'bare'));
  for (let i = 0; i < activities; i++) {
    const startedAtMs = plan.startedAtMs + Math.floor((i * YEARS_DAYS) / activities) * DAY_MS + (i % 3) * 7_200_000;
    const recording = recordings[i % DIFFERENT];
    if (!recording) throw new Error('no recording');
    const bytes = writeFit({ ...recording, startedAtMs });
    writeFileSync(join(folder, 'bare', `${i}.fit`), bytes);
    zip.addBuffer(gzipSync(bytes), `activities/${i}.fit.gz`, { compress: false });
    rows.push(`${i},"Sep 26, 2026, 10:56:05 AM",Run ${i},Run,Shoes,activities/${i}.fit.gz`);
  }
  zip.addBuffer(Buffer.from(rows.join('\n')), 'activities.csv');
  zip.end();
  await written;
  return path;
}

/** What a program needed. */
interface Measured {
  readonly seconds: number;
  readonly cpuS: number;
  readonly mb: number;
  /** Milliseconds within which 99 of 100 pages were answered, and how many were asked for; where any were. */
  readonly slowMs: number;
  readonly asked: number;
}

/** Runs a program of its own and takes the numbers that it prints. */
function measure(script: string, ...args: readonly string[]): Measured {
  const said = execFileSync(process.execPath, [join(import.meta.dirname, script), ...args], { encoding: 'utf8' });
  const [seconds = Number.NaN, mb = Number.NaN, cpuS = Number.NaN, slowMs = 0, asked = 0] = said
    .trim()
    .split(' ')
    .map(Number);
  return { seconds, mb, cpuS, slowMs, asked };
}

const folder = mkdtempSync(join(tmpdir(), 'kneewise-bench-'));
try {
  const zip = await makeFiles(folder);
  const cores = availableParallelism();
  const bare = measure('bare-decode.js', join(folder, 'bare'), String(cores));
  const whole = measure('import-once.js', zip, join(folder, 'data'));
  const read = measure('import-once.js', zip, join(folder, 'read-data'), join(folder, 'bare/0.fit'));
  const row = (name: string, { seconds, cpuS, mb }: Measured) => [
    ...[name, seconds.toFixed(1), (activities / seconds).toFixed(1), (seconds / bare.seconds).toFixed(2)],
    ...[cpuS.toFixed(1), (cpuS / bare.cpuS).toFixed(2), mb.toFixed(0)],
  ];
  const rows = [row(`bare fit-file-parser, ${cores} threads`, bare), row('ZIP to reports', whole)];
  const ratio = whole.seconds / bare.seconds;
  const over = [
    ...(ratio > MOST_RATIO
      ? [
          `the ratio to bare decoding is ${ratio.toFixed(2)} by the clock (${(whole.cpuS / bare.cpuS).toFixed(2)} by the processor), the goal ${MOST_RATIO}`,
        ]
      : []),
    ...(read.slowMs > MOST_SLOW_MS
      ? [`one page in a hundred took ${read.slowMs.toFixed(0)} ms and more, the goal ${MOST_SLOW_MS}`]
      : []),
    ...(whole.mb > MOST_MB ? [`the peak was ${whole.mb.toFixed(0)} MB, the goal ${MOST_MB}`] : []),
  ];
  process.stdout.write(
    `${activities} activities of an hour · ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}\n\n${table(['task', 's', 'files/s', '× bare', 'CPU s', '× bare CPU', 'peak MB'], rows)}\n\nWhile it imports, 99 of 100 of ${read.asked} pages were answered within ${read.slowMs.toFixed(0)} ms.\n\n${over.length === 0 ? 'Within the goals.' : `Beyond the goals: ${over.join('; ')}.`}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
