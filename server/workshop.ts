/** Everything that works on a data folder, put together; the server and the command line both use it. */
import type { ServerConfig } from './config.ts';
import { type DataFolder, openDataFolder } from './db/data-folder.ts';
import { ImportsRepository } from './db/imports-repository.ts';
import { SourcesRepository } from './db/sources-repository.ts';
import { ToldGroundsRepository } from './db/told-grounds-repository.ts';
import { compileLater } from './jobs/compile-later.ts';
import { GroundChanges } from './jobs/ground-changes.ts';
import { ImportBell } from './jobs/import-bell.ts';
import { ImportQueue } from './jobs/import-queue.ts';
import { Reader } from './jobs/reader.ts';
import { Refresher } from './jobs/refresher.ts';
import { Reviewer } from './jobs/reviewer.ts';
import { SourceQueue } from './jobs/source-queue.ts';
import { WorkerPool } from './jobs/worker-pool.ts';
import { logFailure } from './log.ts';
import { MapFolder } from './maps/map-folder.ts';
import { Acts } from './services/acts.ts';
import { DataKeeping } from './services/data-keeping.ts';
import { Habits } from './services/habits.ts';
import { Imports } from './services/imports.ts';
import { removeLeftovers } from './services/leftovers.ts';
import { MapTiles } from './services/map-tiles.ts';
import { Maps } from './services/maps.ts';
import { OnlineMaps } from './services/online-maps.ts';
import { Passwords } from './services/passwords.ts';
import { Plans } from './services/plans.ts';
import { Runner } from './services/runner.ts';
import { Runs } from './services/runs.ts';
import { Terrain } from './services/terrain.ts';
import { ToldGround } from './services/told-ground.ts';
import { Trash } from './services/trash.ts';
import { Trends } from './services/trends.ts';
import { Watch } from './services/watch.ts';
import { TerrainFolder } from './terrain/terrain-folder.ts';

/** What the workshop needs of the settings. */
export type WorkshopConfig = Pick<
  ServerConfig,
  'dataFolder' | 'sampleFolder' | 'workerScript' | 'workers' | 'watchFolder' | 'password' | 'onlineMapWaits'
>;

/** An open data folder with all that works on it. */
export interface Workshop {
  readonly folder: DataFolder;
  readonly imports: Imports;
  readonly runs: Runs;
  readonly runner: Runner;
  readonly trends: Trends;
  /** What the runner does by way of the server. */
  readonly acts: Acts;
  readonly habits: Habits;
  readonly trash: Trash;
  readonly keeping: DataKeeping;
  readonly passwords: Passwords;
  readonly maps: Maps;
  readonly terrain: Terrain;
  readonly mapTiles: MapTiles;
  readonly onlineMaps: OnlineMaps;
  readonly toldGround: ToldGround;
  readonly plans: Plans;
  /** Goes on with what an earlier one left undone. */
  start(): Promise<void>;
  /** Begins what a server does by itself: backups, the trash, the watched folder, the online map if it is on. */
  startRounds(): void;
  /** Finishes what is being written, ends the rest, and closes the data folder. */
  close(): Promise<void>;
}

/**
 * Opens a data folder.
 *
 * @param now Milliseconds since 1970, UTC.
 * @throws {DataFolderError | MigrationError} with words for the owner.
 */
export async function openWorkshop(config: WorkshopConfig, now: () => number): Promise<Workshop> {
  const folder = await openDataFolder(config.dataFolder);
  const { db, originals } = folder;
  compileLater();
  // Two pools, so that whoever waits for a page never waits behind a drop of files.
  const background = new WorkerPool(config.workerScript, config.workers, true);
  const waitedFor = new WorkerPool(config.workerScript, 1);
  const bell = new ImportBell();
  const mapFolder = new MapFolder(config.dataFolder);
  const terrainFolder = new TerrainFolder(config.dataFolder);
  const changes = new GroundChanges(db, [mapFolder, terrainFolder]);
  const ground = { dataFolder: config.dataFolder, maps: mapFolder, told: new ToldGroundsRepository(db), changes };
  const reader = new Reader(originals, ground, background);
  const labels = new SourcesRepository(db);

  const whenDrained = () => {
    labels.applyLabels().catch((error: unknown) => logFailure('names could not be joined to runs', error));
    refresher.wake();
    onlineMaps.wake();
  };
  const queue: ImportQueue = new ImportQueue({ db, originals, reader, bell, now, onDrained: whenDrained });
  const sources: SourceQueue = new SourceQueue({ folder, bell, pool: background, onQueued: () => queue.wake() });
  const refresher: Refresher = new Refresher({
    ...{ db, reader, changes, bell, now },
    reviewer: new Reviewer(db, background),
    importing: () => queue.busy || sources.busy,
  });
  const onQueued = () => {
    sources.wake();
    queue.wake();
  };
  const trash = new Trash({ folder, now, onChange: () => refresher.wake() });
  const acts = new Acts();
  const runs = new Runs({
    ...{ folder, refresher, acts, now },
    reader: new Reader(originals, ground, waitedFor),
    reviewer: new Reviewer(db, waitedFor),
  });

  const imports = new Imports({ folder, bell, now, trash, sampleFolder: config.sampleFolder, onQueued });
  const runner = new Runner(db, now, () => runs.touchAll());
  const watch = new Watch(db, imports, config.watchFolder);
  const plans = new Plans({ db, pool: waitedFor, dataFolder: config.dataFolder, now });
  const keeping = new DataKeeping({ folder, runs, runner, trash, plans, watch, now });
  const onChange = () => refresher.wake();
  const onlineMaps: OnlineMaps = new OnlineMaps({
    ...{ db, changes, maps: mapFolder, pool: background, incoming: folder.incoming, onChange, now },
    waits: config.onlineMapWaits,
  });
  const onMapChange = () => {
    onChange();
    onlineMaps.wake();
  };
  const maps = new Maps({ changes, maps: mapFolder, pool: background, onChange: onMapChange });
  const trends = new Trends(db, waitedFor, acts, now);
  const mapTiles = await MapTiles.open(db);

  return {
    ...{ folder, imports, runs, runner, trash, keeping, trends, acts },
    habits: new Habits(db, waitedFor, now),
    passwords: new Passwords(db, config.password, now),
    ...{ maps, onlineMaps, plans, mapTiles },
    terrain: new Terrain({ folder: terrainFolder, changes, onChange }),
    toldGround: new ToldGround(db, changes, onChange),
    async start() {
      await new ImportsRepository(db).requeueInterrupted();
      await removeLeftovers(folder).catch((error: unknown) => logFailure('leftovers stay', error));
      onQueued();
      refresher.wake();
      waitedFor.warm();
      trends.warm();
    },
    startRounds() {
      keeping.start();
      watch.start();
      onlineMaps.start();
    },
    async close() {
      keeping.stop();
      await watch.stop();
      const stopped = Promise.all([sources.stop(), queue.stop(), refresher.stop(), onlineMaps.stop()]);
      await Promise.all([background.close(), waitedFor.close()]);
      await stopped;
      await folder.close();
    },
  };
}
