import type { DeveloperColumn } from './assemble.ts';
import { fitTypeBytes, holdsWholeValues, readFitNumber } from './fit-types.ts';
import { type FitField, type FitMessage, fitFields } from './fit-walk.ts';
import { MAX_DEVELOPER_FIELDS } from './limits.ts';
import { GrowingColumn } from './sample-table.ts';

/** Developer fields of a whole file by index, number and name, in the order of their descriptions. */
export type DeveloperColumns = Map<string, DeveloperColumn>;

/** How the values of a developer field are read, by the description in force: raw ÷ scale − offset. */
interface DescribedField {
  readonly type: number;
  readonly scale: number;
  readonly offset: number;
  readonly column: GrowingColumn;
}

/** Fields of a description message, by their numbers in the FIT profile. */
const FIELD = { developerIndex: 0, number: 1, baseType: 2, name: 3, scale: 6, offset: 7, unit: 8 } as const;
const [NO_SCALE, NO_OFFSET] = [0xff, 0x7f];

/** Names clash, indexes do not. */
const fieldKey = (developerIndex: number, fieldNumber: number): number => developerIndex * 256 + fieldNumber;

const textOf = (bytes: Uint8Array | undefined): string => {
  if (!bytes) return '';
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
};

/** Fields that apps on the watch added to the records of one part, kept apart by index and number. */
export class DeveloperFields {
  readonly #columns: DeveloperColumns;
  readonly #described = new Map<number, DescribedField>();

  /** @param columns of the file; a further part adds to what earlier ones hold. */
  constructor(columns: DeveloperColumns) {
    this.#columns = columns;
  }

  /** Reads a field description message; one that tells no field apart, or is one too many, describes nothing. */
  describe(source: Uint8Array, { definition, start }: FitMessage): void {
    const fields = new Map(
      fitFields(definition).native.map(({ number, size, at }) => [
        number,
        source.subarray(start + at, start + at + size),
      ]),
    );
    const byte = (field: number): number | undefined => fields.get(field)?.[0];
    const [developerIndex, fieldNumber, type] = [byte(FIELD.developerIndex), byte(FIELD.number), byte(FIELD.baseType)];
    if (developerIndex === undefined || fieldNumber === undefined || type === undefined) return;
    const key = fieldKey(developerIndex, fieldNumber);
    if (!this.#described.has(key) && this.#described.size >= MAX_DEVELOPER_FIELDS) return;
    const field = {
      ...{ developerIndex, fieldNumber, name: textOf(fields.get(FIELD.name)) },
      unit: textOf(fields.get(FIELD.unit)) || null,
    };
    // The same indexes under another name are another field.
    const name = `${key} ${field.name}`;
    const known = this.#columns.get(name) ?? { field, column: new GrowingColumn() };
    this.#columns.set(name, known);
    const scale = byte(FIELD.scale) ?? NO_SCALE;
    const offset = ((byte(FIELD.offset) ?? NO_OFFSET) << 24) >> 24;
    this.#described.set(key, {
      type,
      scale: scale === NO_SCALE || scale === 0 ? 1 : scale,
      offset: offset === NO_OFFSET ? 0 : offset,
      column: known.column,
    });
  }

  /** Writes the values of a record's developer fields; what has no description, or no number, is left out. */
  read(view: DataView, start: number, littleEndian: boolean, fields: readonly FitField[], row: number): void {
    for (const { number, size, typeOrApp, at } of fields) {
      const described = this.#described.get(fieldKey(typeOrApp, number));
      if (!described || !holdsWholeValues(size, described.type)) continue;
      const { type, scale, offset, column } = described;
      // A field may hold a list; its first number that is there counts.
      for (let from = start + at; from < start + at + size; from += fitTypeBytes(type)) {
        const raw = readFitNumber(view, from, type, littleEndian);
        if (!Number.isFinite(raw)) continue;
        column.set(row, raw / scale - offset);
        break;
      }
    }
  }
}
