/** Reads one file and tells the most memory this process ever held: `node peak.js <path>`; without a path, an idle process. */
import { readFileSync } from 'node:fs';
import { read } from '../../src/read.ts';

const path = process.argv[2];
if (path !== undefined) {
  const result = read(readFileSync(path), { sha256: '0'.repeat(64) });
  if (!result.ok) throw new Error(result.error.message);
}
/** Kilobytes. The system's own count starts with what the parent held when it forked; Linux keeps a better one. */
function peakKb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

process.stdout.write(`${peakKb()}\n`);
