/** Small FIT files for single facts, message by message. Numbers are those of the FIT profile. */
import { FitEncoder, type FitEncoderField } from 'fit-file-parser/encoder';
import { field } from '../../fixtures/write/fit-field.ts';

/** FIT counts seconds from 1989-12-31T00:00:00Z. */
const FIT_EPOCH_S = 631_065_600;
/** Start of the small files: 2024-05-01T06:00:00Z. */
export const START_MS = Date.UTC(2024, 4, 1, 6);
const START_S = START_MS / 1000 - FIT_EPOCH_S;

/** FIT's numbers of some sports. */
export const SPORT = { generic: 0, running: 1, cycling: 2, transition: 3, swimming: 5, walking: 11 } as const;
/** FIT's numbers of timer events. */
export const TIMER = { start: 0, stop: 1, stopAll: 4 } as const;

/** Writes one small FIT file; times are seconds since {@link START_MS}. */
export class SmallFit {
  readonly #encoder = new FitEncoder();

  /** `file_id`; 4 is an activity. */
  fileId(type = 4): this {
    return this.message(0, [field(0, 'enum', type), field(1, 'uint16', 1), field(2, 'uint16', 2697)]);
  }

  /** A record with the fields given. */
  record(atS: number, fields: readonly FitEncoderField[] = []): this {
    return this.message(20, [field(253, 'uint32', START_S + atS), ...fields]);
  }

  /** One record a second over `[fromS, toS]` at 3 m/s, counting metres from 0. */
  run(fromS: number, toS: number, fields: readonly FitEncoderField[] = []): this {
    for (let s = fromS; s <= toS; s += 1) this.record(s, [field(5, 'uint32', (s - fromS) * 3, 100), ...fields]);
    return this;
  }

  /** A timer event. */
  timer(atS: number, type: number): this {
    return this.message(21, [field(253, 'uint32', START_S + atS), field(0, 'enum', 0), field(1, 'enum', type)]);
  }

  /** A session over `[fromS, toS]`. */
  session(fromS: number, toS: number, sport: number, fields: readonly FitEncoderField[] = []): this {
    return this.message(18, [
      field(253, 'uint32', START_S + toS),
      field(2, 'uint32', START_S + fromS),
      field(5, 'enum', sport),
      field(7, 'uint32', toS - fromS, 1000),
      ...fields,
    ]);
  }

  /** A lap that starts at `fromS`. */
  lap(fromS: number, fields: readonly FitEncoderField[] = []): this {
    return this.message(19, [field(2, 'uint32', START_S + fromS), ...fields]);
  }

  /** Any message. */
  message(global: number, fields: readonly FitEncoderField[]): this {
    this.#encoder.writeMessage(global, [...fields]);
    return this;
  }

  /** The file. */
  bytes(): Uint8Array {
    return this.#encoder.close();
  }
}
