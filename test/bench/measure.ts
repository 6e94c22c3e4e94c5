/** Timing on a machine that does other things too. */
/** Something to time. */
export interface Task {
  readonly name: string;
  run(): unknown;
}

/**
 * Processor time of the cheapest round, milliseconds, the collector's and compiler's included: what the code needs when
 * nothing else disturbs it. On an idle machine that is a little more than the time that passes.
 */
export type Timings = ReadonlyMap<string, number>;

const WARM_UP_ROUNDS = 2;
const US_PER_MS = 1000;

/**
 * Times tasks round by round, all tasks in each round: a slow moment of the machine then strikes all alike, and their ratios
 * can be trusted where the times cannot.
 */
export function timeTasks(tasks: readonly Task[], rounds: number): Timings {
  const fastest = new Map<string, number>(tasks.map(({ name }) => [name, Number.POSITIVE_INFINITY]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const { name, run } of tasks) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      const ms = (user + system) / US_PER_MS;
      if (round >= 0) fastest.set(name, Math.min(ms, fastest.get(name) as number));
    }
  }
  return fastest;
}

/** A table in Markdown; numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
