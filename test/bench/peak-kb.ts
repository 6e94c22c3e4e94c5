import { readFileSync } from 'node:fs';

/** The most memory that this process ever held, kilobytes. The system's own count starts with what the parent held when it forked; Linux keeps a better one. */
export function peakKb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
