import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { OPERATIONS } from '#contract/operations';
import type { Maps } from '../services/maps.ts';
import type { OnlineMaps } from '../services/online-maps.ts';
import { bind } from './bind.ts';
import { HttpProblem, invalidRequest, notFound } from './problem.ts';

/** Largest extract that is taken, bytes. Assumption: a large country; a continent would not fit into memory. */
const MOST_MAP_BYTES = 2 * 1024 ** 3;

const TOO_LARGE = 'An extract may have 2 GB. Choose a smaller region: a county or a state is enough.';

/** Streams a request to disk. @returns where it lies */
async function keep(request: Readable, folder: string): Promise<string> {
  const path = join(folder, randomUUID());
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > MOST_MAP_BYTES) throw new HttpProblem(413, 'upload-too-large', 'Map too large', TOO_LARGE);
      yield chunk;
    }
  };
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx' }));
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Routes of maps. `incoming` is the folder for files under way. */
export function mapRoutes(maps: Maps, online: OnlineMaps, incoming: string): Router {
  const router = Router();
  bind(router, OPERATIONS.listMaps, () => maps.list());
  bind(router, OPERATIONS.addMap, async ({ params, request }) => {
    const refusal = maps.whyNotAdd(params.name);
    if (refusal !== null) throw invalidRequest(refusal);
    maps.add(await keep(request, incoming), params.name);
    return maps.list();
  });
  bind(router, OPERATIONS.removeMap, async ({ params }) => {
    if (!(await maps.remove(params.name))) throw notFound('map', params.name);
    return undefined;
  });
  bind(router, OPERATIONS.getOnlineMap, () => online.state());
  bind(router, OPERATIONS.putOnlineMap, async ({ body }) => {
    await online.set(body.address);
    return online.state();
  });
  bind(router, OPERATIONS.clearOnlineMap, async () => {
    await online.clear();
    return online.state();
  });
  return router;
}
