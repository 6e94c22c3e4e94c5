import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Budget } from '../../../server/archive/budget.ts';
import { MOST_ENTRIES } from '../../../server/archive/limits.ts';
import { type Member, membersOf } from '../../../server/archive/members.ts';
import { hasRealData, readRealFile, realDataIndex, realFilePath } from '../../support/real-data.ts';
import { gpxRun, tcx, tcxActivity, tcxLap, trackPoints, utf8 } from '../../support/small-xml.ts';
import { withName, zipOf } from '../../support/zip.ts';

const MIB = 1024 * 1024;
const GPX = utf8(gpxRun(trackPoints(0, 60)));
const TCX = utf8(tcx(tcxActivity(tcxLap(0, ''))));

let folder = '';
let scratch = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kneewise-archive-'));
  scratch = mkdtempSync(join(folder, 'scratch-'));
});
afterEach(() => {
  expect(readdirSync(scratch), 'what was laid aside').toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

async function collect(members: AsyncIterable<Member>): Promise<Member[]> {
  const all: Member[] = [];
  for await (const member of members) all.push(member);
  return all;
}

function unpack(bytes: Uint8Array, name = 'given.zip', wants?: (name: string) => boolean): Promise<Member[]> {
  const path = join(folder, 'given');
  writeFileSync(path, bytes);
  return collect(membersOf({ name, path, scratch, ...(wants ? { wants } : {}) }));
}

/** What became of each member: its size where it was taken, the code where not. */
const told = (members: readonly Member[]) =>
  members.map((one) => `${one.name}: ${one.ok ? one.bytes.byteLength : one.error.code}`);

describe('what is packed', () => {
  it('is taken from ZIP and gzip by content, whatever its name says, and a plain file as it is', async () => {
    const inside = { 'a.gpx': GPX, 'b.tcx.gz': gzipSync(TCX) };
    const zip = await zipOf(inside);
    const expected = [`a.gpx: ${GPX.length}`, `b.tcx.gz: ${TCX.length}`];
    expect(told(await unpack(zip, 'activity.fit'))).toEqual(expected);
    expect(told(await unpack(await zipOf(inside, { compress: false })))).toEqual(expected);
    expect(told(await unpack(gzipSync(GPX), 'run'))).toEqual([`run: ${GPX.length}`]);
    expect(told(await unpack(gzipSync(zip), 'run'))).toEqual(expected.map((one) => `run/${one}`));
    expect(told(await unpack(GPX, 'run.zip'))).toEqual([`run.zip: ${GPX.length}`]);
    expect(told(await unpack(utf8('dear diary'), 'letter.txt'))).toEqual(['letter.txt: 10']);
  });

  it('is taken from ZIPs inside ZIPs, as an account export has them', async () => {
    const part = await zipOf({ 'one.fit': GPX, 'deep.zip': await zipOf({ 'two.gpx': GPX }) });
    const members = await unpack(await zipOf({ 'DI_CONNECT/Part1.zip': part, 'DI_CONNECT/three.gpx': GPX }));
    expect(told(members)).toEqual([
      `DI_CONNECT/Part1.zip/one.fit: ${GPX.length}`,
      `DI_CONNECT/Part1.zip/deep.zip/two.gpx: ${GPX.length}`,
      `DI_CONNECT/three.gpx: ${GPX.length}`,
    ]);
  });

  it('is named where it is no recording, and given where it was asked for', async () => {
    const zip = await zipOf({ 'x/activities.csv': utf8('Activity ID'), 'x/photo.jpg': utf8('JPEG'), 'x/a.gpx': GPX });
    expect(told(await unpack(zip))).toEqual([
      'x/activities.csv: not-a-recording',
      'x/photo.jpg: not-a-recording',
      `x/a.gpx: ${GPX.length}`,
    ]);
    const asked = await unpack(zip, 'x.zip', (name) => name.endsWith('.csv'));
    expect(told(asked)[0]).toBe('x/activities.csv: 11');
  });

  it('gives of a cut-off gzip what there is', async () => {
    const packed = gzipSync(GPX);
    const [member] = await unpack(packed.subarray(0, packed.length - 20), 'cut.gpx.gz');
    expect(member?.ok && member.bytes.byteLength).toBeGreaterThan(0);
    expect(member?.ok && GPX.slice(0, member.bytes.byteLength)).toEqual(member?.ok && new Uint8Array(member.bytes));
  });
});

describe('a hostile archive', () => {
  it('does not get a name outside of it taken, and the rest is', async () => {
    const zip = await zipOf({ 'xx/evil.gpx': GPX, 'good.gpx': GPX });
    expect(told(await unpack(withName(zip, 'xx/evil.gpx', '../evil.gpx')))).toEqual([
      '../evil.gpx: unsafe-name',
      `good.gpx: ${GPX.length}`,
    ]);
    expect(told(await unpack(withName(zip, 'xx/evil.gpx', '/x/evil.gpx')))[0]).toBe('/x/evil.gpx: unsafe-name');
  });

  it('is stopped where one file unpacks to more than any run', async () => {
    // Gzip files one behind the other are one gzip file: a gigabyte of zeros in a megabyte.
    const zeros = gzipSync(Buffer.concat([GPX, Buffer.alloc(16 * MIB)]));
    const gigabyte = Buffer.concat(Array.from({ length: 64 }, () => zeros));
    expect(told(await unpack(gigabyte, 'zeros.gz'))).toEqual(['zeros.gz: too-large']);
    const zip = await zipOf({ 'zeros.gz': gigabyte, 'good.gpx': GPX });
    expect(told(await unpack(zip))).toEqual(['zeros.gz: too-large', `good.gpx: ${GPX.length}`]);
  });

  it('is stopped where it unpacks to far more than its size in all', async () => {
    const padded = Buffer.concat([GPX, Buffer.alloc(60 * MIB, 32)]);
    const names = Array.from({ length: 8 }, (_, i) => `${i}.gpx`);
    const zip = await zipOf(Object.fromEntries(names.map((name) => [name, padded])));
    const members = told(await unpack(zip));
    expect(members.slice(0, 4)).toEqual(names.slice(0, 4).map((name) => `${name}: ${padded.length}`));
    expect(members.slice(4)).toEqual(['given.zip: too-large']);
  });

  it('is stopped where it is packed too many times over', async () => {
    let nested = await zipOf({ 'a.gpx': GPX });
    for (let i = 0; i < 6; i++) nested = await zipOf({ 'in.zip': nested });
    const members = told(await unpack(nested));
    expect(members).toHaveLength(1);
    expect(members[0]).toMatch(/: too-large$/);
  });

  it('is told to be damaged where it is cut off or its bytes were changed', async () => {
    const zip = await zipOf({ 'a.gpx': GPX, 'b.gpx': GPX });
    expect(told(await unpack(zip.subarray(0, zip.length - 40)))).toEqual(['given.zip: damaged-archive']);
    const changed = Buffer.from(zip);
    changed.fill(0xff, 45, 75);
    expect(told(await unpack(changed))).toEqual(['a.gpx: damaged-archive', `b.gpx: ${GPX.length}`]);
  });

  it('is told to be locked where it asks for a password', async () => {
    const zip = await zipOf({ 'a.gpx': GPX });
    const central = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
    expect(told(await unpack(zip))).toEqual(['a.gpx: locked-archive']);
  });
});

describe('names in an archive', () => {
  it('lose what steers a terminal or turns the reading direction, and are cut where nobody reads them', async () => {
    const odd = { '\u001b[31mred.gpx': GPX, 'a\u202egpj.gpx': GPX, 'two\nlines.gpx': GPX, '晨跑 🏃.gpx': GPX };
    const inner = await zipOf({ 'run.gpx': GPX });
    const zip = await zipOf({ ...odd, [`${'n'.repeat(60_000)}.zip`]: inner });
    const names = (await unpack(zip)).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['\ufffd[31mred.gpx', 'a\ufffdgpj.gpx', 'two\ufffdlines.gpx', '晨跑 🏃.gpx']);
    expect(names[4]).toMatch(/^…n+\.zip\/run\.gpx$/);
    expect(names[4]).toHaveLength(400);
  });
});

describe('what cannot be read', () => {
  it('is told where it is gone, a folder or a pipe, and nobody waits for it', async () => {
    const told = async (path: string) => {
      const [member] = await collect(membersOf({ name: 'given', path, scratch }));
      return member?.ok === false ? `${member.error.code}: ${member.error.message}` : member;
    };
    expect(await told(join(folder, 'gone'))).toMatch(/^unreadable-file: .*there is no such file/);
    expect(await told(folder)).toMatch(/^unreadable-file: .*it is a folder/);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await told(join(folder, 'pipe'))).toMatch(/^unreadable-file: .*a device or a pipe/);
  });
});

describe('what else somebody may pack', () => {
  it('is told to be packed in another way, and what is not is taken', async () => {
    const zip = await zipOf({ 'a.gpx': GPX, 'b.gpx': GPX });
    const central = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    const bzip2 = 12;
    zip.writeUInt16LE(bzip2, central + 10);
    expect(told(await unpack(zip))).toEqual(['a.gpx: unknown-packing', `b.gpx: ${GPX.length}`]);
  });

  it('is stopped where thousands of entries stand on the same bytes', async () => {
    const [name, padded] = ['a.gpx', Buffer.concat([GPX, Buffer.alloc(60 * MIB, 32)])];
    const one = await zipOf({ [name]: padded });
    const central = one.indexOf('PK\u0001\u0002', 0, 'latin1');
    const end = one.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    const times = 5000;
    const tail = Buffer.from(one.subarray(end));
    for (const at of [8, 10]) tail.writeUInt16LE(times, at);
    tail.writeUInt32LE(times * (end - central), 12);
    const entries = Array.from({ length: times }, () => one.subarray(central, end));
    const members = told(await unpack(Buffer.concat([one.subarray(0, central), ...entries, tail])));
    expect(members.length).toBeLessThan(6);
    expect(members.at(-1)).toBe('given.zip: too-large');
  });

  it('is stopped where a gigabyte of zeros stands in a ZIP by itself', async () => {
    const zip = await zipOf({ 'zeros.gpx': Buffer.concat([GPX, Buffer.alloc(160 * MIB)]), 'good.gpx': GPX });
    const members = told(await unpack(zip));
    expect(members[0]).toBe('zeros.gpx: too-large');
    expect(members.slice(1)).toEqual([`good.gpx: ${GPX.length}`]);
  });

  it('is opened through gzip in gzip, and refused where that goes on and on', async () => {
    const times = (count: number) =>
      Array.from({ length: count }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from(GPX));
    expect(told(await unpack(times(3), 'run.gz'))).toEqual([`run.gz: ${GPX.length}`]);
    expect(told(await unpack(times(9), 'run.gz'))).toEqual(['run.gz: too-large']);
  });

  it('is read as ZIP64, and a ZIP64 that lies about its size is damaged', async () => {
    const zip = await zipOf({ 'a.gpx': GPX }, { forceZip64Format: true });
    expect(told(await unpack(zip))).toEqual([`a.gpx: ${GPX.length}`]);
    const central = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    const lying = Buffer.from(zip);
    lying.fill(0x7f, central + 46 + 'a.gpx'.length + 4, central + 46 + 'a.gpx'.length + 11);
    const members = await unpack(lying);
    expect(members.every((member) => !member.ok)).toBe(true);
  });

  /** Random bytes behind one that begins no file: one in a hundred random files begins like XML. */
  const noiseOf = (length: number): Buffer => Buffer.concat([Buffer.of(1), randomBytes(length - 1)]);

  it('is told one by one where it is random bytes, and ends where there are too many files', async () => {
    const noise = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.fit`, noiseOf(1000 + i)]));
    const members = await unpack(await zipOf(noise));
    expect(members).toHaveLength(50);
    expect(members.every((member) => !member.ok && member.error.code === 'not-a-recording')).toBe(true);
    expect(told(await unpack(noiseOf(5000), 'noise.zip'))).toEqual(['noise.zip: 5000']);
    const zip = new Budget(1);
    for (let i = 0; i < MOST_ENTRIES; i++) zip.takeEntry();
    expect(() => zip.takeEntry()).toThrow(/more than 200000 files/);
  });
});

describe.skipIf(!hasRealData)('real packed files', () => {
  const packed = realDataIndex()
    .map((row) => row.path ?? '')
    .filter((path) => ['1f8b', '504b'].includes(Buffer.from(readRealFile(path).subarray(0, 2)).toString('hex')));

  it.each(packed)('opens %s', async (path) => {
    const members = await collect(membersOf({ name: path, path: realFilePath(path), scratch }));
    expect(members.length).toBeGreaterThan(0);
    // Tiles of height are no recordings; all else that is packed there is.
    for (const member of members) expect(member.ok || member.error.code === 'not-a-recording', member.name).toBe(true);
    expect(members.some((member) => member.ok)).toBe(!path.endsWith('.hgt.zip'));
  });
});
