/**
 * `npm run fuzz -- --format fit|gpx|tcx --minutes N [--seed S]`: reads damaged files in a child process until the time is up,
 * and tells each breach with its seed: something thrown, a report that breaks its schema, more than 2 s of the processor, more
 * than 500 MB. `--only S` runs the one case again; `--format hostile` runs each file of hostile.ts once.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CaseOutcome } from './case.ts';
import { HOSTILE } from './hostile.ts';

const LONGEST_CPU_MS = 2000;
const MOST_MB = 500;
/** A case that gives no answer for so long hangs; generous, because other programs may hold the processor. */
const HANGS_MS = 30_000;
/** Cases after which the child is replaced, so that its memory tells of a few cases only. */
const CASES_A_CHILD = 2000;
/** Case seeds stay below this, whatever the seed of the run. */
const SEEDS = 2 ** 31;

const { values } = parseArgs({
  options: {
    format: { type: 'string', default: 'fit' },
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const { format } = values;
if (!['fit', 'gpx', 'tcx', 'hostile'].includes(format)) {
  throw new Error(`--format is ${format}; it has to be fit, gpx, tcx or hostile`);
}

/** A child that is ready, with the number of files it starts from and the memory it holds then. */
async function start(): Promise<{ child: ChildProcess; files: number }> {
  const child = fork(join(import.meta.dirname, 'case.js'), [format]);
  const files = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { ready: number }).ready));
    child.once('exit', (code) => reject(new Error(`the child ended with ${code} before its first case`)));
  });
  child.removeAllListeners('exit');
  return { child, files };
}

function ask(child: ChildProcess, seed: number): Promise<CaseOutcome> {
  return new Promise((resolve) => {
    const end = (outcome: CaseOutcome): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    };
    const lost = (outcome: string): CaseOutcome => ({
      seed,
      outcome,
      isBreach: true,
      cpuMs: Number.NaN,
      peakMb: Number.NaN,
      heldMb: Number.NaN,
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end(lost('hangs'));
    }, HANGS_MS);
    child.once('message', (message) => end(message as CaseOutcome));
    child.once('exit', (code, signal) => end(lost(`the process ended with ${code ?? signal}`)));
    child.send(seed);
  });
}

/** The same case in a fresh process: memory of earlier cases does not count there. */
async function alone(seed: number): Promise<CaseOutcome> {
  const { child } = await start();
  const outcome = await ask(child, seed);
  child.kill();
  return outcome;
}

function judge(found: CaseOutcome): CaseOutcome {
  if (found.isBreach) return found;
  if (found.cpuMs > LONGEST_CPU_MS) return { ...found, isBreach: true, outcome: `slow: ${found.outcome}` };
  if (found.peakMb > MOST_MB) return { ...found, isBreach: true, outcome: `large: ${found.outcome}` };
  return found;
}

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

if (values.only !== undefined) {
  tell(JSON.stringify(judge(await alone(Number(values.only)))));
} else if (format === 'hostile') {
  for (const [index, name] of Object.keys(HOSTILE).entries()) {
    const { outcome, cpuMs, peakMb, heldMb } = judge(await alone(index));
    tell(
      [name, outcome, `${Math.round(cpuMs)} ms`, `${Math.round(peakMb)} MB, ${Math.round(heldMb)} of them before`].join(
        ' | ',
      ),
    );
  }
} else {
  const until = Date.now() + Number(values.minutes) * 60_000;
  const counts = new Map<string, number>();
  const breaches: CaseOutcome[] = [];
  let [cases, slowestMs, peakMb, files] = [0, 0, 0, 0];
  for (let child: ChildProcess | null = null; Date.now() < until; cases += 1) {
    if (!child || cases % CASES_A_CHILD === 0) {
      child?.kill();
      ({ child, files } = await start());
    }
    // Weyl's sequence: seeds far apart for each run of the fuzzer, none twice.
    const seed: number = (Number(values.seed) * 1_000_003 + cases * 69_069) % SEEDS;
    let found = await ask(child, seed);
    if (found.isBreach || found.cpuMs > LONGEST_CPU_MS || found.peakMb > MOST_MB) {
      child.kill();
      child = null;
      found = judge(await alone(seed));
    }
    if (found.isBreach) {
      breaches.push(found);
      tell(JSON.stringify(found));
    }
    const kind = found.isBreach ? 'breach' : found.outcome;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    slowestMs = Math.max(slowestMs, found.cpuMs || 0);
    peakMb = Math.max(peakMb, found.peakMb || 0);
  }
  tell(
    JSON.stringify({
      ...{ format, seed: Number(values.seed), minutes: Number(values.minutes), files, cases },
      ...{ slowestMs: Math.round(slowestMs), peakMb: Math.round(peakMb), outcomes: Object.fromEntries(counts) },
      breaches: breaches.length,
    }),
  );
  process.exitCode = breaches.length === 0 ? 0 : 1;
  process.exit();
}
