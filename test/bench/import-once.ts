/**
 * Imports an archive into a new data folder, to the last report: `node import-once.js <zip> <data folder> [FIT file]`. With a
 * recording, that is imported first, and while the archive is, the pages of a reader are asked for and timed.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { ReportFiles } from '../../server/services/report-files.ts';
import { openWorkshop } from '../../server/workshop.ts';
import { cpuSeconds, peakKb } from './peak-kb.ts';

const [zip = '', dataFolder = '', recording] = process.argv.slice(2);
const SHARE_TOLD = 0.99;

const server = join(import.meta.dirname, '../server');
const config = readConfig({ KNEEWISE_DATA: dataFolder }, server, process.cwd());
const workshop = await openWorkshop(config, Date.now);
await workshop.start();

async function untilDone(id: string) {
  let found = await workshop.imports.get(id);
  while (found?.state !== 'done') {
    await wait(200);
    found = await workshop.imports.get(id);
  }
  return found;
}

/** Asks for the pages of a reader again and again; ends with the times of all answers, milliseconds. */
async function askUntil(isOver: () => boolean, paths: readonly string[]): Promise<number[]> {
  const { imports, runs, runner, folder } = workshop;
  const reportFiles = new ReportFiles(runs, runner, config.reportScript);
  const { webFolder, host } = config;
  const parts = { ...workshop, imports, reportFiles, incoming: folder.incoming, webFolder, host, now: Date.now };
  const listening = createApp(parts).listen(0, host);
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const times: number[] = [];
  for (let i = 0; !isOver(); i++) {
    const askedMs = performance.now();
    const answer = await fetch(`http://${host}:${port}${paths[i % paths.length]}`);
    if (!answer.ok) throw new Error(`${paths[i % paths.length]} answered ${answer.status}`);
    await answer.arrayBuffer();
    times.push(performance.now() - askedMs);
    await wait(50);
  }
  listening.close();
  return times;
}

const paths: string[] = [];
if (recording !== undefined) {
  const first = await untilDone(await workshop.imports.acceptPaths([{ name: 'a.fit', path: recording }], 'command'));
  const id = first.files[0]?.runId;
  paths.push('/api/runs', '/api/trends/weeks', '/api/trends/cadence', `/api/runs/${id}`, `/api/runs/${id}/report`);
}
const startMs = performance.now();
const id = await workshop.imports.acceptPaths([{ name: 'export.zip', path: zip }], 'command');
let isOver = false;
const asking = paths.length > 0 ? askUntil(() => isOver, paths) : Promise.resolve([]);
const found = await untilDone(id);
const seconds = (performance.now() - startMs) / 1000;
isOver = true;
const times = (await asking).sort((a, b) => a - b);
if (found.counts.imported + found.counts['same-run'] === 0) throw new Error('nothing was imported');
const slow = times[Math.floor(SHARE_TOLD * times.length)] ?? 0;
process.stdout.write(`${seconds} ${peakKb() / 1024} ${cpuSeconds()} ${slow} ${times.length}\n`);
await workshop.close();
