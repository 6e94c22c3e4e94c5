/** Runs damaged files in a process of its own, one a message, and tells what came of each. */
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import type { FileFormat } from '../../src/parse/activity.ts';
import { readAll } from '../../src/read.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { review } from '../../src/review.ts';
import { corpusOf } from './corpus.ts';
import { HOSTILE } from './hostile.ts';
import { mutated } from './mutate.ts';

/** What came of one case. */
export interface CaseOutcome {
  readonly seed: number;
  /** `ok`, a code of refusal, or what went wrong. */
  readonly outcome: string;
  readonly isBreach: boolean;
  /** Time of the processor on reading it, ms. */
  readonly cpuMs: number;
  /** Most memory that the process ever held, MB. */
  readonly peakMb: number;
  /** The same before the case was read, MB: what its own making cost. */
  readonly heldMb: number;
}

/** A format to damage files of, or `hostile`. */
const subject = process.argv[2] as FileFormat | 'hostile';
const files = subject === 'hostile' ? [] : corpusOf(subject);
const CONTEXT = { profile: UNKNOWN_PROFILE, history: [], painLog: [] };

/** Whether the report of each run is as promised: the schema has no place for NaN. */
function faultOf(readings: readonly Parameters<typeof review>[0][]): string | null {
  for (const reading of readings) {
    const checked = reportSchema.safeParse(review(reading, CONTEXT).report);
    if (!checked.success)
      return `report: ${checked.error.issues[0]?.path.join('.')} ${checked.error.issues[0]?.message}`;
  }
  return null;
}

/** Most memory that this process ever held, MB. */
const memoryMb = (): number => process.resourceUsage().maxRSS / 1024;

function bytesOf(seed: number): Uint8Array {
  if (subject === 'hostile') return Object.values(HOSTILE)[seed]?.() ?? new Uint8Array();
  return mutated(subject, files, seed);
}

function runCase(seed: number): CaseOutcome {
  const bytes = bytesOf(seed);
  const heldMb = memoryMb();
  const before = process.cpuUsage();
  let outcome = 'ok';
  let isBreach = false;
  let cpuMs = 0;
  try {
    const result = readAll(bytes, {}, (place) => `${place}`);
    const { user, system } = process.cpuUsage(before);
    cpuMs = (user + system) / 1000;
    const fault = result.ok ? faultOf(result.value) : null;
    isBreach = fault !== null;
    outcome = fault ?? (result.ok ? 'ok' : result.error.code);
  } catch (error) {
    isBreach = true;
    outcome = `threw: ${error instanceof Error ? error.stack : String(error)}`;
  }
  return { seed, outcome, isBreach, cpuMs, peakMb: memoryMb(), heldMb };
}

process.on('message', (seed: number) => process.send?.(runCase(seed)));
process.send?.({ ready: files.length });
