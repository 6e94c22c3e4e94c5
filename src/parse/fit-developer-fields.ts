import type { FitMessage } from './fit-walk.ts';
import { MAX_DEVELOPER_FIELDS } from './limits.ts';

/** What a field description message says about a field that an app added. */
export interface DescribedField {
  readonly developerIndex: number;
  readonly fieldNumber: number;
  readonly name: string;
  readonly unit: string | null;
  /** The name under which the decoder hands its values out, unique in the file. */
  readonly key: string;
}

const DEVELOPER_INDEX_FIELD = 0;
const FIELD_NUMBER_FIELD = 1;
const NAME_FIELD = 3;
const UNIT_FIELD = 8;
const KEY_LENGTH = 5;
/** Real descriptions have up to 120 bytes; longer ones are left out, because each piece repeats them. */
const MAX_DESCRIPTION_BYTES = 1000;

/** `~` and two digits of base 36 each: no field of the FIT profile is called so. */
const keyOf = (developerIndex: number, fieldNumber: number): string =>
  `~${developerIndex.toString(36).padStart(2, '0')}${fieldNumber.toString(36).padStart(2, '0')}`;

const textOf = (bytes: Uint8Array | undefined): string => {
  if (!bytes) return '';
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
};

/**
 * Fields that apps on the watch added. The decoder knows them by name alone, so that one called `cadence` would take
 * the place of the watch's own cadence, and two of one name would become one. Each is therefore renamed in the copy that
 * the decoder gets, to a name made of its indexes.
 */
export class DeveloperFields {
  readonly #byKey = new Map<string, DescribedField>();

  /** All described fields, in order of their first description. */
  get described(): readonly DescribedField[] {
    return [...this.#byKey.values()];
  }

  /**
   * Reads a field description message.
   *
   * @returns its body with the name replaced, and a key that is the same for each description of one field; null where
   *   the field cannot be told apart or there are too many.
   */
  rename(source: Uint8Array, { definition, start, end }: FitMessage): { key: string; body: Uint8Array } | null {
    if (end - start > MAX_DESCRIPTION_BYTES) return null;
    const body = source.slice(start, end);
    const fields = new Map<number, Uint8Array>();
    const count = definition.bytes[5] ?? 0;
    for (let i = 0, at = 0; i < count; i += 1) {
      const size = definition.bytes[6 + i * 3 + 1] ?? 0;
      fields.set(definition.bytes[6 + i * 3] ?? 0, body.subarray(at, at + size));
      at += size;
    }
    const developerIndex = fields.get(DEVELOPER_INDEX_FIELD)?.[0];
    const fieldNumber = fields.get(FIELD_NUMBER_FIELD)?.[0];
    const nameBytes = fields.get(NAME_FIELD);
    if (developerIndex === undefined || fieldNumber === undefined || !nameBytes) return null;
    // A name field shorter than the key cannot hold the key.
    if (nameBytes.length < KEY_LENGTH) return null;
    const key = keyOf(developerIndex, fieldNumber);
    if (!this.#byKey.has(key) && this.#byKey.size >= MAX_DEVELOPER_FIELDS) return null;
    const name = textOf(nameBytes);
    const unit = textOf(fields.get(UNIT_FIELD)) || null;
    this.#byKey.set(key, { developerIndex, fieldNumber, name, unit, key });
    nameBytes.fill(0);
    for (let i = 0; i < key.length; i += 1) nameBytes[i] = key.charCodeAt(i);
    return { key, body };
  }
}
