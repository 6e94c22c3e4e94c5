/**
 * Works on one file and tells the most memory this process ever held: `node peak.js <bare|parse|read> <path>`; without
 * arguments, an idle process.
 */
import { readFileSync } from 'node:fs';
import { parse } from '../../src/parse/parse.ts';
import { read } from '../../src/read.ts';
import { decodeBare } from './bare.ts';
import { peakKb } from './peak-kb.ts';

const [stage, path = ''] = process.argv.slice(2);
if (stage !== undefined) {
  const bytes = readFileSync(path);
  if (stage === 'bare') decodeBare(bytes, path);
  else {
    const result = stage === 'parse' ? parse(bytes) : read(bytes, { sha256: '0'.repeat(64) });
    if (!result.ok) throw new Error(result.error.message);
  }
}
process.stdout.write(`${peakKb()}\n`);
