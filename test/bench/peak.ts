/** Reads one file and tells the most memory this process ever held: `node peak.js <path>`; without a path, an idle process. */
import { readFileSync } from 'node:fs';
import { read } from '../../src/read.ts';
import { peakKb } from './peak-kb.ts';

const path = process.argv[2];
if (path !== undefined) {
  const result = read(readFileSync(path), { sha256: '0'.repeat(64) });
  if (!result.ok) throw new Error(result.error.message);
}
process.stdout.write(`${peakKb()}\n`);
