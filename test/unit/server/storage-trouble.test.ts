import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, type SqliteConnection } from '../../../server/db/sqlite.ts';
import { troubleOf } from '../../../server/storage-trouble.ts';

const PAGE_BYTES = 4096;

let folder = '';
let path = '';
let connection: SqliteConnection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kneewise-trouble-'));
  path = join(folder, 'a.sqlite');
  connection = openSqlite(path);
  connection.exec("create table notes (text text); insert into notes values ('kept');");
});
afterEach(() => {
  if (connection.isOpen) connection.close();
  rmSync(folder, { recursive: true });
});

/** The trouble that SQLite's own error tells of when it is asked. */
function troubleWhen(step: () => unknown): string | undefined {
  try {
    step();
  } catch (error) {
    return troubleOf(error)?.kind;
  }
  return undefined;
}

describe('what SQLite says', () => {
  it('is told as another program that holds the database', () => {
    const other = openSqlite(path);
    other.exec('begin immediate');
    connection.exec('pragma busy_timeout = 0');
    expect(troubleWhen(() => connection.exec("insert into notes values ('more')"))).toBe('database-locked');
    other.exec('rollback');
    expect(troubleWhen(() => connection.exec("insert into notes values ('more')"))).toBeUndefined();
    other.close();
  });

  it('is told as a folder that cannot be written', () => {
    connection.exec('pragma query_only = on');
    expect(troubleWhen(() => connection.exec("insert into notes values ('more')"))).toBe('read-only');
  });

  it('is told as a full disk', () => {
    connection.exec('pragma max_page_count = 3');
    const much = `insert into notes values ('${'x'.repeat(4 * PAGE_BYTES)}')`;
    expect(troubleWhen(() => connection.exec(much))).toBe('disk-full');
    expect(connection.prepare('select count(*) as n from notes').get()).toEqual({ n: 1 });
  });

  it('is told as a damaged database, be it one page or all of the file', () => {
    connection.close();
    const sound = readFileSync(path);
    writeFileSync(path, Buffer.concat([sound.subarray(0, PAGE_BYTES), Buffer.alloc(sound.length - PAGE_BYTES, 0xa5)]));
    expect(troubleWhen(() => openSqlite(path).prepare('select * from notes').all())).toBe('database-damaged');
    writeFileSync(path, Buffer.alloc(sound.length, 0xa5));
    expect(troubleWhen(() => openSqlite(path))).toBe('database-damaged');
  });

  it('is not told where it is a fault of ours', () => {
    expect(troubleWhen(() => connection.exec('select * from nowhere'))).toBeUndefined();
  });
});
