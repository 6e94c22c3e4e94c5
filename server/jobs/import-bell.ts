/** Rings when something about an import may have changed; whoever listens looks for themselves. */
import { EventEmitter } from 'node:events';

/** See the head of this file. */
export class ImportBell {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Something about this import may have changed. */
  ring(importId: string): void {
    this.#emitter.emit(importId);
  }

  /** @returns A function that ends the listening. */
  listen(importId: string, listener: () => void): () => void {
    this.#emitter.on(importId, listener);
    return () => this.#emitter.off(importId, listener);
  }
}
