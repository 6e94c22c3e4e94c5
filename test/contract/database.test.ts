import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, unsynced } from '../../server/db/database.ts';
import { MIGRATIONS, MigrationError, migrate, schemaVersion } from '../../server/db/migrate.ts';
import { openSqlite, takeLock } from '../../server/db/sqlite.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kneewise-db-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const value = (row: unknown): unknown => Object.values(row as object)[0];

describe('the database', () => {
  it('goes from empty to the newest schema, and a second time changes nothing', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    expect(schemaVersion(connection)).toBe(0);
    migrate(connection);
    expect(schemaVersion(connection)).toBe(MIGRATIONS.length);
    const before = connection.prepare('select sql from sqlite_schema order by name').all();
    migrate(connection);
    expect(connection.prepare('select sql from sqlite_schema order by name').all()).toEqual(before);
    connection.close();
  });

  it('waits for the disk again behind work that need not, also where that fails', async () => {
    const db = openDatabase(folder);
    const level = async (own: Database) =>
      (await sql<{ synchronous: number }>`pragma synchronous`.execute(own)).rows[0];
    const [normal, full] = [{ synchronous: 1 }, { synchronous: 2 }];
    expect(await level(db)).toEqual(full);
    expect(await unsynced(db, level)).toEqual(normal);
    expect(await level(db)).toEqual(full);
    const fails = unsynced(db, async (trx) => {
      await sql`create table half (id integer) strict`.execute(trx);
      throw new Error('half way');
    });
    await expect(fails).rejects.toThrow('half way');
    expect(await level(db)).toEqual(full);
    const { rows } = await sql`select name from sqlite_schema where name = 'half'`.execute(db);
    expect(rows).toEqual([]);
    await db.destroy();
  });

  it('keeps the state before a step that fails', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    migrate(connection);
    const broken = [...MIGRATIONS, 'create table half (id integer) strict; insert into nowhere values (1);'];
    expect(() => migrate(connection, broken)).toThrow(MigrationError);
    expect(schemaVersion(connection)).toBe(MIGRATIONS.length);
    expect(connection.prepare("select count(*) from sqlite_schema where name = 'half'").get()).toEqual({
      'count(*)': 0,
    });
    connection.close();
  });

  it('takes all missing steps or none, so that the version before can go on', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    migrate(connection, MIGRATIONS.slice(0, 3));
    const before = connection.prepare('select sql from sqlite_schema order by name').all();
    const broken = [...MIGRATIONS.slice(0, -1), 'insert into nowhere values (1);'];
    expect(() => migrate(connection, broken)).toThrow(/nothing was changed/);
    expect(schemaVersion(connection)).toBe(3);
    expect(connection.prepare('select sql from sqlite_schema order by name').all()).toEqual(before);
    migrate(connection);
    expect(schemaVersion(connection)).toBe(MIGRATIONS.length);
    connection.close();
  });

  it('finds what is next in the queue, and what matters of an import, by an index', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    migrate(connection);
    const plan = (query: string) => JSON.stringify(connection.prepare(`explain query plan ${query}`).all('queued'));
    expect(plan('select count(*) from import_files where state = ?')).not.toContain('SCAN');
    expect(plan('select id from import_files where state = ? and attempts = 0 order by id')).not.toMatch(/SCAN|TEMP/);
    const latest = "select * from import_files where import_id = ? and state = 'imported' order by id desc limit 50";
    expect(plan(latest)).not.toMatch(/SCAN|TEMP/);
    const broughtIn = 'select count(distinct id) from runs where file_sha256 = ? and deleted_at_ms is null';
    expect(plan(broughtIn)).toContain('COVERING INDEX');
    const unreviewed = `select import_id from runs cross join import_files on import_files.sha256 = runs.file_sha256
      where runs.reviewed_version < runs.context_version and runs.load_mid_km is null and import_id = ?`;
    expect(plan(unreviewed)).toMatch(/runs_behind.*import_files_by_bytes/);
    const behind = `select count(*) from runs where deleted_at_ms is null
      and (reviewed_version < context_version or engine_version != ?)`;
    expect(plan(behind)).toContain('COVERING INDEX');
    const past = 'select facts from runs where deleted_at_ms is null and started_at_ms >= ? and started_at_ms < 9';
    expect(plan(past)).toContain('runs_by_start');
    connection.close();
  });

  it('tells the ground under most of each run that an older version stored', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    migrate(connection, MIGRATIONS.slice(0, 9));
    const stretch = (type: string, distanceM: number) => ({ type, certainty: 'mapped', distanceM });
    const facts = {
      known: { surfaces: [stretch('gravel', 4000), stretch('asphalt', 3000), stretch('asphalt', 2000)] },
      'not known': { surfaces: [stretch('unknown', 5000), stretch('asphalt', 3000)] },
      'of old': {},
    };
    const insert =
      connection.prepare(`insert into runs (id, sha256, file_sha256, file_name, bytes, started_at_ms, format,
      distance_m, moving_time_s, facts, engine_version, read_at_ms) values (?, ?, ?, 'a.fit', 1, 1, 'fit', 1, 1, ?, '', 1)`);
    for (const [name, own] of Object.entries(facts))
      insert.run(name.padEnd(16), name.padEnd(64), name.padEnd(64), JSON.stringify(own));
    migrate(connection);
    const told = connection.prepare('select id, ground from runs order by id').all();
    expect(told.map(Object.values)).toEqual([
      ['known'.padEnd(16), 'asphalt'],
      ['not known'.padEnd(16), null],
      ['of old'.padEnd(16), null],
    ]);
    connection.close();
  });

  it('refuses a database that a newer Kneewise wrote, and says so', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    connection.exec('pragma user_version = 999');
    expect(() => migrate(connection)).toThrow(/newer Kneewise \(schema 999/);
    connection.close();
  });

  it('is set to lose nothing: WAL, full sync, foreign keys, strict tables', () => {
    const connection = openSqlite(join(folder, 'a.sqlite'));
    migrate(connection);
    expect(value(connection.prepare('pragma journal_mode').get())).toBe('wal');
    expect(value(connection.prepare('pragma synchronous').get())).toBe(2);
    expect(value(connection.prepare('pragma foreign_keys').get())).toBe(1);
    const loose = connection
      .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and not strict")
      .all()
      .map(value)
      .filter((name) => !String(name).startsWith('sqlite_'));
    expect(loose).toEqual([]);
    expect(() =>
      connection.exec(
        "insert into pain_entries (date, side, place, during_run) values ('2026-01-01', 'left', 'front', 11)",
      ),
    ).toThrow(/CHECK/);
    connection.close();
  });

  it('rolls a Kysely transaction back as a whole', async () => {
    const db = openDatabase(folder);
    const attempt = db.transaction().execute(async (trx) => {
      await trx.insertInto('imports').values({ id: 'one', created_at_ms: 1 }).execute();
      await trx.insertInto('imports').values({ id: 'one', created_at_ms: 2 }).execute();
    });
    await expect(attempt).rejects.toThrow(/UNIQUE/);
    expect(await db.selectFrom('imports').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});

describe('the lock on a data folder', () => {
  it('is given to one at a time and can be taken again when given back', () => {
    const path = join(folder, 'lock');
    const release = takeLock(path);
    expect(release).not.toBeNull();
    expect(takeLock(path)).toBeNull();
    release?.();
    const again = takeLock(path);
    expect(again).not.toBeNull();
    again?.();
  });
});
