import { FIT_MESSAGE } from './fit-messages.ts';
import type { FitDefinition, FitMessage } from './fit-walk.ts';
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

/** Fields of a description message, by their numbers in the FIT profile. */
const FIELD = { developerIndex: 0, number: 1, baseType: 2, name: 3, scale: 6, offset: 7, unit: 8 } as const;
const [SINT8, UINT8, STRING] = [0x01, 0x02, 0x07];
const [NO_UINT8, NO_SINT8] = [0xff, 0x7f];
const KEY_LENGTH = 5;

/** How descriptions are written anew: all of one layout, with room for a key where the name was. */
const LAYOUT = [
  [FIELD.developerIndex, 1, UINT8],
  [FIELD.number, 1, UINT8],
  [FIELD.baseType, 1, UINT8],
  [FIELD.scale, 1, UINT8],
  [FIELD.offset, 1, SINT8],
  [FIELD.name, KEY_LENGTH, STRING],
] as const;
const DEFINITION: FitDefinition = {
  bytes: Uint8Array.from([0x40, 0, 0, FIT_MESSAGE.fieldDescription, 0, LAYOUT.length, ...LAYOUT.flat()]),
  global: FIT_MESSAGE.fieldDescription,
  littleEndian: true,
  fields: LAYOUT.length,
  size: LAYOUT.reduce((sum, [, size]) => sum + size, 0),
  timestampAt: null,
  isPlausible: true,
};

/** A description as the decoder gets it. */
export interface RenamedDescription {
  /** The same for each description of one field. */
  readonly key: string;
  readonly definition: FitDefinition;
  readonly body: Uint8Array;
}

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
   * @returns it with the name replaced; null where the field cannot be told apart or there are too many.
   */
  rename(source: Uint8Array, { definition, start }: FitMessage): RenamedDescription | null {
    const fields = new Map<number, Uint8Array>();
    const count = definition.bytes[5] ?? 0;
    for (let i = 0, at = start; i < count; i += 1) {
      const size = definition.bytes[6 + i * 3 + 1] ?? 0;
      fields.set(definition.bytes[6 + i * 3] ?? 0, source.subarray(at, at + size));
      at += size;
    }
    const byte = (field: number): number | undefined => fields.get(field)?.[0];
    const developerIndex = byte(FIELD.developerIndex);
    const fieldNumber = byte(FIELD.number);
    const baseType = byte(FIELD.baseType);
    if (developerIndex === undefined || fieldNumber === undefined || baseType === undefined) return null;
    const key = keyOf(developerIndex, fieldNumber);
    if (!this.#byKey.has(key) && this.#byKey.size >= MAX_DEVELOPER_FIELDS) return null;
    const unit = textOf(fields.get(FIELD.unit)) || null;
    this.#byKey.set(key, { developerIndex, fieldNumber, name: textOf(fields.get(FIELD.name)), unit, key });
    const scale = byte(FIELD.scale) ?? NO_UINT8;
    const offset = byte(FIELD.offset) ?? NO_SINT8;
    const letters = Array.from(key, (letter) => letter.charCodeAt(0));
    const body = Uint8Array.from([developerIndex, fieldNumber, baseType, scale, offset, ...letters]);
    return { key, definition: DEFINITION, body };
  }
}
