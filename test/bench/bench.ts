/** `npm run bench`: how long the stages take and how much memory they need, on files that are the same each time. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import FitParser from 'fit-file-parser';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { decodeReading, encodeReading } from '../../server/jobs/reading-codec.ts';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { parse } from '../../src/parse/parse.ts';
import { type Reading, read } from '../../src/read.ts';
import { review } from '../../src/review.ts';
import { INPUT_NAMES, type Input, makeInput, slowMarathonFit } from './inputs.ts';
import { type Task, table, timeTasks } from './measure.ts';
import { whatIfTable } from './what-if.ts';

const ROUNDS = 9;
/** What a marathon may take from file to report, and a review alone, milliseconds on the machine of docs/benchmarks.md. */
const BUDGET_MS = { 'read marathon.fit': 500, 'review marathon.fit': 100 } as const;
/** What reading a marathon may add to an idle process, MB. */
const BUDGET_MB = 150;

const CONTEXT = { sha256: '0'.repeat(64) };

function readOrThrow(bytes: Uint8Array): Reading {
  const result = read(bytes, CONTEXT);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What the library that decodes FIT takes alone: the floor under our own parse. */
function bareDecode({ bytes }: Input): void {
  const copy = bytes.slice();
  new FitParser({ force: false, mode: 'list' }).parse(copy.buffer, (error) => {
    if (error) throw new Error(String(error));
  });
}

const inputs = INPUT_NAMES.map(makeInput);
const history = sampleSeason().map(({ bytes }) => ({ facts: readOrThrow(bytes).facts, kneeLoadKm: null }));
const reviewContext = { profile: UNKNOWN_PROFILE, history, painLog: [] };

const tasks: Task[] = inputs.flatMap((input) => {
  const { name, bytes } = input;
  const reading = readOrThrow(bytes);
  const packed = encodeReading(reading);
  return [
    ...(name.endsWith('.fit') ? [{ name: `bare fit-file-parser ${name}`, run: () => bareDecode(input) }] : []),
    { name: `parse ${name}`, run: () => parse(bytes) },
    { name: `read ${name}`, run: () => readOrThrow(bytes) },
    { name: `review ${name}`, run: () => review(reading, reviewContext) },
    { name: `pack ${name}`, run: () => encodeReading(reading) },
    { name: `unpack ${name}`, run: () => decodeReading(packed) },
  ];
});

function speedTable(): { text: string; over: readonly string[] } {
  const timings = timeTasks(tasks, ROUNDS);
  const rows = tasks.map(({ name }) => {
    const { records, bytes } = inputs.find((input) => name.endsWith(input.name)) as Input;
    const ms = timings.get(name) as number;
    const parseMs = timings.get(name.replace(/^.* /, 'parse ')) as number;
    const perSecond = `${Math.round(records / ms)}`;
    return [name, ms.toFixed(1), (ms / parseMs).toFixed(2), perSecond, (bytes.length / 1000 / ms).toFixed(1)];
  });
  const over = Object.entries(BUDGET_MS).flatMap(([name, budget]) => {
    const ms = timings.get(name) as number;
    return ms > budget ? [`${name} took ${ms.toFixed(0)} ms, its budget is ${budget}`] : [];
  });
  return { text: table(['task', 'ms', '× parse', 'records/ms', 'MB/s'], rows), over };
}

function memoryTable(): { text: string; over: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-bench-'));
  const peakMb = (args: readonly string[]) =>
    Number(execFileSync(process.execPath, [join(import.meta.dirname, 'peak.js'), ...args])) / 1024;
  const idleMb = peakMb([]);
  const measured = inputs.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const packedMb = encodeReading(readOrThrow(bytes)).length / 1e6;
    return { name, fileMb: bytes.length / 1e6, packedMb, peakMb: peakMb([path]) };
  });
  rmSync(folder, { recursive: true });
  const rows = measured.map((row) => [
    row.name,
    row.fileMb.toFixed(1),
    row.packedMb.toFixed(1),
    row.peakMb.toFixed(0),
    (row.peakMb - idleMb).toFixed(0),
  ]);
  const over = measured
    .filter((row) => row.name === 'marathon.fit' && row.peakMb - idleMb > BUDGET_MB)
    .map((row) => `reading ${row.name} added ${(row.peakMb - idleMb).toFixed(0)} MB, its budget is ${BUDGET_MB}`);
  return { text: table(['file', 'file MB', 'stored reading MB', 'peak MB', 'above idle MB'], rows), over };
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
const speed = speedTable();
const memory = memoryTable();
const whatIf = await whatIfTable(readOrThrow(slowMarathonFit()).track);
const over = [...speed.over, ...memory.over, ...whatIf.over];
process.stdout.write(
  `${[
    `${new Date().toISOString().slice(0, 10)} · ${machine} · fastest of ${ROUNDS} rounds`,
    speed.text,
    memory.text,
    whatIf.text,
    over.length === 0 ? 'Within every budget.' : `Over budget: ${over.join('; ')}.`,
  ].join('\n\n')}\n`,
);
process.exitCode = over.length === 0 ? 0 : 1;
