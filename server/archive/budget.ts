import { ArchiveError } from './archive-error.ts';
import { ALWAYS_ALLOWED_BYTES, MOST_ENTRIES, MOST_GROWTH } from './limits.ts';

/** What one given file may still unpack to, over all archives in it. */
export class Budget {
  #bytes: number;
  #entries = MOST_ENTRIES;

  /** @param packedBytes size of the file as it was given. */
  constructor(packedBytes: number) {
    this.#bytes = Math.max(ALWAYS_ALLOWED_BYTES, packedBytes * MOST_GROWTH);
  }

  /** Takes note of unpacked bytes. @throws {ArchiveError} when they were too many. */
  takeBytes(count: number): void {
    this.#bytes -= count;
    if (this.#bytes < 0) {
      const words = `This unpacks to more than ${MOST_GROWTH} times its size, as no recordings do. The rest of it was left alone.`;
      throw new ArchiveError('too-large', words);
    }
  }

  /** Hands chunks on and takes note of them. @throws {ArchiveError} when they were too many. */
  async *count(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.takeBytes(chunk.byteLength);
      yield chunk;
    }
  }

  /** Takes note of an entry. @throws {ArchiveError} when there were too many. */
  takeEntry(): void {
    this.#entries -= 1;
    if (this.#entries < 0) {
      const words = `This holds more than ${MOST_ENTRIES} files. The rest of it was left alone; give the recordings alone.`;
      throw new ArchiveError('too-large', words);
    }
  }

  /** True when nothing more may be unpacked. */
  get isSpent(): boolean {
    return this.#bytes < 0 || this.#entries < 0;
  }
}
