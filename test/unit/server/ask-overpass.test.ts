import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asked, askOverpass } from '../../../server/maps/ask-overpass.ts';
import { emptyFolder } from '../../support/built-server.ts';
import { type Mischief, madeWorld, OverpassServer } from '../../support/overpass-server.ts';

const BOX = { minLon: -300_550_000, minLat: -50_000, maxLon: -299_950_000, maxLat: 550_000 };
const WAY = { type: 'way', id: 7, nodes: [1, 2], tags: { highway: 'path', surface: 'dirt' } } as const;

describe('a question to an online map', () => {
  let service: OverpassServer;
  let asked: Asked;
  beforeEach(async () => {
    service = new OverpassServer(
      madeWorld(
        [
          [0.01, -30.01],
          [0.02, -30.01],
        ],
        [WAY],
      ),
    );
    const to = join(emptyFolder(), 'answer');
    asked = { address: await service.start(), box: BOX, to, signal: new AbortController().signal };
  });
  afterEach(() => service.close());

  const failureOf = async (mischief: Mischief, more: Partial<Asked> = {}) => {
    service.mischief.push(mischief);
    const outcome = await askOverpass({ ...asked, ...more });
    if (outcome.ok) throw new Error('It was answered.');
    return outcome.error;
  };

  it('names the box to a thousandth of a degree and nothing else of the run, and keeps the answer', async () => {
    expect(await askOverpass(asked)).toMatchObject({ ok: true });
    expect(JSON.parse(readFileSync(asked.to, 'utf8'))).toMatchObject({ elements: [WAY, { id: 1 }, { id: 2 }] });
    const [query = ''] = service.queries;
    expect(query.match(/-?\d+\.\d+/g)).toEqual([...Array(2)].flatMap(() => ['-0.005', '-30.055', '0.055', '-29.995']));
    expect(query).toContain('[out:json]');
  });

  it('tells how long a service wants to be left alone, in seconds or by a date', async () => {
    const pause =
      (until: string): Mischief =>
      (response) =>
        response.writeHead(429, { 'retry-after': until }).end();
    expect(await failureOf(pause('120'))).toMatchObject({ restMs: 120_000, reason: 'The service asks for a pause.' });
    const inAnHour = await failureOf(pause(new Date(Date.now() + 3_600_000).toUTCString()));
    expect(inAnHour.restMs).toBeGreaterThan(3_590_000);
    expect(inAnHour.restMs).toBeLessThanOrEqual(3_600_000);
    expect((await failureOf(pause('soon'))).restMs).toBeNull();
  });

  it.each([
    ['is busy', 504, 'busy or out of order (504)'],
    ['refuses', 400, 'refuses the question (400)'],
  ])('tells that the service %s', async (_, status, words) => {
    const { reason, isFinal } = await failureOf((response) => response.writeHead(status).end('no'));
    expect(reason).toContain(words);
    expect(isFinal).toBe(false);
  });

  it('follows no redirect', async () => {
    const elsewhere = new OverpassServer(madeWorld([], []));
    const location = await elsewhere.start();
    const { reason } = await failureOf((response) => response.writeHead(307, { location }).end());
    expect(reason).toContain('does not follow');
    expect(elsewhere.queries).toEqual([]);
    await elsewhere.close();
  });

  it('takes no more than it may, also of what is packed', async () => {
    const isTooLarge = { isFinal: true, reason: expect.stringContaining('too large') };
    const zeros = Buffer.alloc(1 << 20);
    expect(await failureOf((response) => response.end(zeros), { mostBytes: 100_000 })).toMatchObject(isTooLarge);
    const packed = gzipSync(zeros);
    const sendPacked: Mischief = (response) => response.setHeader('content-encoding', 'gzip').end(packed);
    expect(packed.length).toBeLessThan(100_000);
    expect(await failureOf(sendPacked, { mostBytes: 100_000 })).toMatchObject(isTooLarge);
  });

  it('gives up on a service that is silent, that breaks off, or that is not there', async () => {
    expect((await failureOf(() => {}, { timeoutMs: 50 })).reason).toContain('did not answer');
    const breakOff: Mischief = (response) => {
      response.write('{"elements"');
      setTimeout(() => response.destroy(), 20);
    };
    expect((await failureOf(breakOff)).reason).toContain('broke off');
    await service.close();
    const nobody = await askOverpass(asked);
    expect(nobody).toMatchObject({ ok: false, error: { reason: expect.stringContaining('cannot be reached') } });
  });

  it('ends at once when it is broken off', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    expect((await failureOf(() => {}, { signal: stop.signal })).reason).toContain('broke off');
  });
});
