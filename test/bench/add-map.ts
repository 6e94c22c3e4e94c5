/** Indexes one extract and tells the seconds and the most kilobytes it took: `node add-map.js <from> <to>`. */
import { readFileSync } from 'node:fs';
import { addMap } from '../../server/maps/add-map.ts';

const [from = '', to = ''] = process.argv.slice(2);
const startMs = performance.now();
addMap(from, to, 'bench');
const seconds = (performance.now() - startMs) / 1000;
const peakKb =
  process.platform === 'linux'
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
    : process.resourceUsage().maxRSS;
process.stdout.write(JSON.stringify({ seconds, peakMb: peakKb / 1024 }));
