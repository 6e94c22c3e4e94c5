import { readFileSync } from 'node:fs';

/** The most memory that this process ever held, kilobytes. The system's own count starts with what the parent held when it forked; Linux keeps a better one. */
export function peakKb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

/** Seconds of all cores that this process has used, threads included: steadier than the clock on a machine that does other things too. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
