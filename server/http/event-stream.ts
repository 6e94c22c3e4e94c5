/** An import as server-sent events. */
import type { Response } from 'express';
import type { Import } from '#contract/imports';
import type { Imports } from '../services/imports.ts';

/** Shortest time between two events, milliseconds: quick to the eye, cheap for a drop of thousands. */
const PACE_MS = 200;
/** A line is sent this often, milliseconds, so that nobody on the way takes the stream for dead. */
const HEARTBEAT_MS = 15_000;

/** And this much longer for each file of the drop, milliseconds, because every event holds them all. */
const PACE_PER_FILE_MS = 0.25;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends the import now and at every change, and ends when it is done or the reader goes away.
 *
 * @param first How the import stands.
 */
export async function streamImport(imports: Imports, first: Import, response: Response): Promise<void> {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // no-transform keeps the compression from holding events back.
    'Cache-Control': 'no-cache, no-transform',
  });
  response.flushHeaders();
  let ring: () => void = () => undefined;
  const change = () => new Promise<void>((resolve) => (ring = resolve));
  let changed = change();
  const unwatch = imports.watch(first.id, () => ring());
  response.on('close', () => ring());
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    // Looked at again after the listening has begun, so that no change falls between.
    for (let now = await imports.get(first.id); now; now = await imports.get(first.id)) {
      response.write(`event: import\ndata: ${JSON.stringify(now)}\n\n`);
      if (now.state === 'done') break;
      await changed;
      changed = change();
      if (!response.closed) await wait(PACE_MS + PACE_PER_FILE_MS * now.files.length);
      if (response.closed) break;
    }
  } finally {
    clearInterval(heartbeat);
    unwatch();
    response.end();
  }
}
