/** `npm run bench`: how long the stages take and how much memory they need, on files that are the same each time. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { decodeReading, encodeReading } from '../../server/jobs/reading-codec.ts';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { parse } from '../../src/parse/parse.ts';
import { type Reading, read } from '../../src/read.ts';
import { review } from '../../src/review.ts';
import { decodeBare } from './bare.ts';
import { type Input, type InputName, makeInput, slowMarathonFit } from './inputs.ts';
import { type Task, type Timings, table, timeTasks } from './measure.ts';
import { whatIfTable } from './what-if.ts';

/** What is timed in each round of its own group, and how often; large files in fewer rounds. */
const GROUPS: readonly { readonly names: readonly InputName[]; readonly rounds: number }[] = [
  {
    names: [
      'marathon.fit',
      'marathon.gpx',
      'marathon.tcx',
      '2-marathons.fit',
      '4-marathons.fit',
      '2-marathons.gpx',
      '4-marathons.gpx',
    ],
    rounds: 5,
  },
  { names: ['24-hours.fit', '50-mb.gpx'], rounds: 3 },
];
/** What a marathon may take from file to report, and a review alone, milliseconds on the machine of docs/benchmarks.md. */
const BUDGET_MS = { 'read marathon.fit': 500, 'review marathon.fit': 100 } as const;
/** What reading may add to an idle process for a marathon, and the most that it may hold for a large file, MB. */
const BUDGET_MB = { aboveIdle: 150, largeGpx: 200 } as const;
/** The road after decoding may cost as much as decoding by the bare library. */
const MOST_AFTER_DECODING = 1;
/** Four times the records may cost so much more than four times the time: caches and the collector. */
const MOST_GROWTH = 1.3;

const CONTEXT = { sha256: '0'.repeat(64) };

function readOrThrow(bytes: Uint8Array): Reading {
  const result = read(bytes, CONTEXT);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const history = sampleSeason().map(({ bytes }) => ({ facts: readOrThrow(bytes).facts, kneeLoadKm: null }));
const reviewContext = { profile: UNKNOWN_PROFILE, history, painLog: [] };

const STAGES = ['bare', 'parse', 'read', 'review', 'pack', 'unpack'] as const;

/** Several marathons show how cost grows; that needs no more than the road. */
const isForGrowth = (name: string): boolean => name.includes('-marathons');
const stagesOf = (name: string) => (isForGrowth(name) ? STAGES.slice(0, 3) : STAGES);

function tasksOf({ name, bytes }: Input): Task[] {
  const reading = readOrThrow(bytes);
  const packed = encodeReading(reading);
  const run: Readonly<Record<(typeof STAGES)[number], () => unknown>> = {
    bare: () => decodeBare(bytes, name),
    parse: () => parse(bytes),
    read: () => readOrThrow(bytes),
    review: () => review(reading, reviewContext),
    pack: () => encodeReading(reading),
    unpack: () => decodeReading(packed),
  };
  return stagesOf(name).map((stage) => ({ name: `${stage} ${name}`, run: run[stage] }));
}

interface Verdict {
  readonly text: string;
  readonly over: readonly string[];
}

function speed(inputs: readonly Input[], timings: Timings): Verdict {
  const ms = (stage: string, name: string): number => timings.get(`${stage} ${name}`) as number;
  const rows = inputs.flatMap(({ name, records, bytes }) =>
    stagesOf(name).map((stage) => {
      const took = ms(stage, name);
      const ratio = (took / ms('bare', name)).toFixed(2);
      const perSecond = Math.round((1000 * records) / took).toLocaleString('en');
      return [`${stage} ${name}`, took.toFixed(1), ratio, perSecond, (bytes.length / 1000 / took).toFixed(1)];
    }),
  );
  const late = Object.entries(BUDGET_MS).flatMap(([task, budget]) => {
    const took = timings.get(task) as number;
    return took > budget ? [`${task} took ${took.toFixed(0)} ms, its budget is ${budget}`] : [];
  });
  const heavy = inputs.flatMap(({ name }) => {
    const share = (ms('read', name) - ms('parse', name)) / ms('bare', name);
    return share > MOST_AFTER_DECODING ? [`the road after parsing ${name} took ${share.toFixed(2)} × decoding`] : [];
  });
  return { text: table(['task', 'ms', '× bare', 'records/s', 'MB/s'], rows), over: [...late, ...heavy] };
}

function growth(inputs: readonly Input[], timings: Timings): Verdict {
  const of = (name: InputName): number => inputs.find((input) => input.name === name)?.records as number;
  const outcomes = (['fit', 'gpx'] as const).map((format) => {
    const perRecord = (['marathon', '2-marathons', '4-marathons'] as const).map(
      (length) => ((timings.get(`read ${length}.${format}`) as number) * 1000) / of(`${length}.${format}`),
    );
    return { format, perRecord, ratio: (perRecord[2] as number) / (perRecord[0] as number) };
  });
  const rows = outcomes.map(({ format, perRecord, ratio }) => [
    format.toUpperCase(),
    ...perRecord.map((us) => us.toFixed(2)),
    ratio.toFixed(2),
  ]);
  const over = outcomes
    .filter(({ ratio }) => ratio > MOST_GROWTH)
    .map(
      ({ format, ratio }) => `a record of four marathons in ${format} costs ${ratio.toFixed(2)} × one of a marathon`,
    );
  return { text: table(['read, µs a record', 'N', '2 N', '4 N', '4 N ÷ N'], rows), over };
}

/** As the command line is started, and the workers of the server. */
const NODE_OPTIONS = ['--max-semi-space-size=8'];

function memory(inputs: readonly Input[]): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-bench-'));
  const peakMb = (args: readonly string[]) =>
    Number(execFileSync(process.execPath, [...NODE_OPTIONS, join(import.meta.dirname, 'peak.js'), ...args])) / 1024;
  const idleMb = peakMb([]);
  const measured = inputs
    .filter(({ name }) => !isForGrowth(name))
    .map(({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const packedMb = encodeReading(readOrThrow(bytes)).length / 1e6;
      const [bareMb, parseMb, readMb] = ['bare', 'parse', 'read'].map((stage) => peakMb([stage, path])) as [
        number,
        number,
        number,
      ];
      return { name, fileMb: bytes.length / 1e6, packedMb, bareMb, parseMb, readMb };
    });
  rmSync(folder, { recursive: true });
  const rows = measured.map((row) => [
    row.name,
    row.fileMb.toFixed(1),
    row.packedMb.toFixed(1),
    ...[row.bareMb, row.parseMb, row.readMb].map((mb) => mb.toFixed(0)),
    (row.readMb / row.bareMb).toFixed(2),
  ]);
  const over = measured.flatMap(({ name, readMb }) => {
    if (name === 'marathon.fit' && readMb - idleMb > BUDGET_MB.aboveIdle)
      return [`reading ${name} added ${(readMb - idleMb).toFixed(0)} MB, its budget is ${BUDGET_MB.aboveIdle}`];
    if (name === '50-mb.gpx' && readMb > BUDGET_MB.largeGpx)
      return [`reading ${name} held ${readMb.toFixed(0)} MB, its budget is ${BUDGET_MB.largeGpx}`];
    return [];
  });
  const head = ['file', 'file MB', 'stored reading MB', 'peak MB bare', 'parse', 'read', 'read ÷ bare'];
  return { text: `${table(head, rows)}\n\nAn idle process holds ${idleMb.toFixed(0)} MB.`, over };
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
const inputs: Input[] = [];
const timings = new Map<string, number>();
for (const { names, rounds } of GROUPS) {
  const group = names.map(makeInput);
  inputs.push(...group);
  for (const [task, ms] of timeTasks(group.flatMap(tasksOf), rounds)) timings.set(task, ms);
}
const verdicts = [
  speed(inputs, timings),
  growth(inputs, timings),
  memory(inputs),
  await whatIfTable(readOrThrow(slowMarathonFit()).track),
];
const over = verdicts.flatMap((verdict) => verdict.over);
process.stdout.write(
  `${[
    `${new Date().toISOString().slice(0, 10)} · ${machine} · processor time, cheapest of ${GROUPS.map(({ rounds }) => rounds).join(' and ')} rounds`,
    ...verdicts.map(({ text }) => text),
    over.length === 0 ? 'Within every budget.' : `Over budget: ${over.join('; ')}.`,
  ].join('\n\n')}\n`,
);
process.exitCode = over.length === 0 ? 0 : 1;
