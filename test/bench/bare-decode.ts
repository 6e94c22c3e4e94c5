/** Decodes the FIT files of a folder with the bare library on so many threads: `node bare-decode.js <folder> <threads>`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import FitParser from 'fit-file-parser';
import { peakKb } from './peak-kb.ts';

function decode(path: string): void {
  const bytes = new Uint8Array(readFileSync(path));
  new FitParser({ force: false, mode: 'list' }).parse(bytes.buffer, (error) => {
    if (error) throw new Error(String(error));
  });
}

if (isMainThread) {
  const [folder = '', threads = '1'] = process.argv.slice(2);
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const startMs = performance.now();
  const shares = Array.from({ length: Number(threads) }, (_, i) =>
    paths.filter((__, at) => at % Number(threads) === i),
  );
  await Promise.all(
    shares.map(
      (share) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(process.argv[1] ?? '', { workerData: share });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  process.stdout.write(`${(performance.now() - startMs) / 1000} ${peakKb() / 1024}\n`);
} else {
  for (const path of workerData as string[]) decode(path);
  parentPort?.postMessage('done');
}
