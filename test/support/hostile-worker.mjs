/** A worker that does to the pool what a bad file could: hang, run out of memory, throw, end. */
import { parentPort } from 'node:worker_threads';

const DEEDS = {
  answer: () => parentPort.postMessage({ ok: true, answer: new Uint8Array([1]) }),
  throw: () => parentPort.postMessage({ ok: false, message: 'thrown on purpose', stack: undefined }),
  hang: () => {
    for (;;);
  },
  end: () => process.exit(3),
  hoard: () => {
    const hoard = [];
    for (;;) hoard.push(new Array(1e6).fill(hoard.length));
  },
};

parentPort.on('message', (task) => DEEDS[task.path]());
