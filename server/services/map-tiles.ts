/** The background of the map of a run, where the runner has chosen one. */
import type { MapTilesChoice } from '#contract/map-tiles';
import type { Database } from '../db/database.ts';
import { SettingsRepository } from '../db/settings-repository.ts';

/** See the head of this file. Kept in memory, because every answer says which host the page may ask. */
export class MapTiles {
  readonly #settings: SettingsRepository;
  #template: string | null;

  private constructor(settings: SettingsRepository, template: string | null) {
    this.#settings = settings;
    this.#template = template;
  }

  /** Looks up what was chosen. */
  static async open(db: Database): Promise<MapTiles> {
    const settings = new SettingsRepository(db);
    return new MapTiles(settings, await settings.get('map-tiles'));
  }

  /** What was chosen. */
  get choice(): MapTilesChoice {
    return { template: this.#template };
  }

  /** Scheme, host and port that tiles come from; null for none. */
  get origin(): string | null {
    return this.#template === null ? null : new URL(this.#template).origin;
  }

  /** Chooses another background, or none. */
  async choose({ template }: MapTilesChoice): Promise<void> {
    await this.#settings.put('map-tiles', template);
    this.#template = template;
  }
}
