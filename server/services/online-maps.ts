/** The online map: whether and where the runner wants ways asked for, what came, and what is wrong. Off until the runner turns it on. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnlineMap } from '#contract/maps';
import { err, ok, type Result } from '#core';
import type { Database } from '../db/database.ts';
import { runBoxes } from '../db/run-boxes.ts';
import { SettingsRepository } from '../db/settings-repository.ts';
import type { GroundChanges } from '../jobs/ground-changes.ts';
import { type FetcherWaits, MapFetcher } from '../jobs/map-fetcher.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';
import { type AskFailure, askOverpass } from '../maps/ask-overpass.ts';
import { CellFolder } from '../maps/cell-folder.ts';
import { askedBox, type Cell, cellBox, cellName, cellsOf } from '../maps/cells.ts';
import { openMap } from '../maps/map-file.ts';
import type { MapFolder } from '../maps/map-folder.ts';

/** Longest making of a map of one answer, milliseconds. Assumption: a hundred times what a city takes. */
const KEEP_TIMEOUT_MS = 300_000;

/** What the online map works with. */
export interface OnlineMapsParts {
  readonly db: Database;
  readonly maps: MapFolder;
  readonly changes: GroundChanges;
  readonly pool: WorkerPool;
  /** Absolute path of the folder for files under way. */
  readonly incoming: string;
  /** Called when runs have to be read again. */
  readonly onChange: () => void;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** How long it waits between questions; polite unless given. */
  readonly waits?: FetcherWaits | undefined;
}

/** See the head of this file. */
export class OnlineMaps {
  readonly #parts: OnlineMapsParts;
  readonly #settings: SettingsRepository;
  readonly #cells: CellFolder;
  readonly #fetcher: MapFetcher;
  #isOpen = false;

  constructor(parts: OnlineMapsParts) {
    this.#parts = parts;
    this.#settings = new SettingsRepository(parts.db);
    this.#cells = new CellFolder(parts.maps.dataFolder);
    this.#fetcher = new MapFetcher({
      missing: async () => ((await this.#settings.get('online-map')) === null ? [] : this.#missing()),
      fetch: (cell, signal) => this.#fetch(cell, signal),
      ...{ now: parts.now, ...(parts.waits ? { waits: parts.waits } : {}) },
    });
  }

  /** Begins to ask, if the runner has turned it on; before this nothing is ever asked. */
  start(): void {
    this.#isOpen = true;
    this.wake();
  }

  /** Looks for runs that no map knows; call when runs came. */
  wake(): void {
    if (this.#isOpen) this.#fetcher.wake();
  }

  /** Asks no more and breaks off the question under way. */
  async stop(): Promise<void> {
    this.#isOpen = false;
    await this.#fetcher.stop();
  }

  /** Where is asked, what is kept and what is missing. */
  async state(): Promise<OnlineMap> {
    const address = await this.#settings.get('online-map');
    const { trouble } = this.#fetcher;
    const triedAgainAtMs = trouble?.triedAgainAtMs ?? null;
    return {
      address,
      ...this.#cells.size(),
      missing: (await this.#missing()).length,
      problem: trouble?.reason ?? null,
      triedAgainAt: triedAgainAtMs === null ? null : new Date(triedAgainAtMs).toISOString(),
    };
  }

  /** Asks another service from now on, or none; the same again means to try at once. */
  async set(address: string | null): Promise<void> {
    await this.#fetcher.stop();
    await this.#settings.put('online-map', address);
    this.wake();
  }

  /** Forgets what was kept; what runs need is asked for anew while the online map is on. */
  async clear(): Promise<void> {
    const cells = this.#cells.cells();
    await this.#fetcher.stop();
    this.#cells.clear();
    for (const cell of cells) await this.#parts.changes.changedIn(cellBox(cell));
    this.#parts.onChange();
    this.wake();
  }

  /** Cells that runs touch, of which nothing is kept and in which no map of the runner's own has a way; the latest run's first. */
  async #missing(): Promise<Cell[]> {
    const own = this.#parts.maps.load().map(openMap);
    const known = new Set(this.#cells.cells().map(cellName));
    const missing: Cell[] = [];
    for (const cell of (await runBoxes(this.#parts.db)).flatMap(cellsOf)) {
      if (known.has(cellName(cell))) continue;
      known.add(cellName(cell));
      if (own.every((map) => map.segmentsIn(cellBox(cell)).length === 0)) missing.push(cell);
    }
    return missing;
  }

  async #fetch(cell: Cell, signal: AbortSignal): Promise<Result<null, AskFailure>> {
    const address = await this.#settings.get('online-map');
    const { incoming, pool, maps, changes, onChange } = this.#parts;
    const to = join(incoming, randomUUID());
    try {
      const asked = await askOverpass({ address: address ?? '', box: askedBox(cell), to, signal });
      if (!asked.ok || signal.aborted) return asked;
      const task = { kind: 'cell', path: to, dataFolder: maps.dataFolder, cell } as const;
      const kept = await pool.run(task, KEEP_TIMEOUT_MS);
      if (!kept.ok) return err({ reason: kept.error, restMs: null, isFinal: false });
      await changes.changedIn(cellBox(cell));
      onChange();
      return ok(null);
    } finally {
      await rm(to, { force: true });
    }
  }
}
