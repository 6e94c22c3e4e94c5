/** Imports an archive into a new data folder, to the last report: `node import-once.js <zip> <data folder>`. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../server/config.ts';
import { openWorkshop } from '../../server/workshop.ts';
import { peakKb } from './peak-kb.ts';

const [zip = '', dataFolder = ''] = process.argv.slice(2);
const server = join(import.meta.dirname, '../server');
const config = readConfig({ KNEEWISE_DATA: dataFolder }, server, process.cwd());
const startMs = performance.now();
const workshop = await openWorkshop(config, Date.now);
await workshop.start();
const id = await workshop.imports.acceptPaths([{ name: 'export.zip', path: zip }], 'command');
let found = await workshop.imports.get(id);
while (found?.state !== 'done') {
  if (process.env.BENCH_TELL && found) {
    process.stderr.write(
      `${((performance.now() - startMs) / 1000).toFixed(1)} ${JSON.stringify(found.counts)} ${found.expected}\n`,
    );
  }
  await wait(200);
  found = await workshop.imports.get(id);
}
const seconds = (performance.now() - startMs) / 1000;
if (found.counts.imported + found.counts['same-run'] === 0) throw new Error('nothing was imported');
process.stdout.write(`${seconds} ${peakKb() / 1024}\n`);
await workshop.close();
