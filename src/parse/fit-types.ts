/** The base types of FIT by their byte, from the FIT protocol. */
export const FIT_TYPE = {
  enum: 0x00,
  sint8: 0x01,
  uint8: 0x02,
  string: 0x07,
  uint8z: 0x0a,
  byte: 0x0d,
  sint16: 0x83,
  uint16: 0x84,
  sint32: 0x85,
  uint32: 0x86,
  float32: 0x88,
  float64: 0x89,
  uint16z: 0x8b,
  uint32z: 0x8c,
  sint64: 0x8e,
  uint64: 0x8f,
  uint64z: 0x90,
} as const;

const BYTES: Readonly<Record<number, number>> = {
  ...{ [FIT_TYPE.enum]: 1, [FIT_TYPE.sint8]: 1, [FIT_TYPE.uint8]: 1, [FIT_TYPE.uint8z]: 1, [FIT_TYPE.byte]: 1 },
  ...{ [FIT_TYPE.string]: 1, [FIT_TYPE.sint16]: 2, [FIT_TYPE.uint16]: 2, [FIT_TYPE.uint16z]: 2 },
  ...{ [FIT_TYPE.sint32]: 4, [FIT_TYPE.uint32]: 4, [FIT_TYPE.uint32z]: 4, [FIT_TYPE.float32]: 4 },
  ...{ [FIT_TYPE.float64]: 8, [FIT_TYPE.sint64]: 8, [FIT_TYPE.uint64]: 8, [FIT_TYPE.uint64z]: 8 },
};

/** Bytes of one value of a base type; Infinity for a byte that is none. */
export const fitTypeBytes = (type: number): number => BYTES[type] ?? Number.POSITIVE_INFINITY;

/** Whether a field of `size` bytes holds whole values of a base type, at least one. */
export const holdsWholeValues = (size: number, type: number): boolean => size > 0 && size % fitTypeBytes(type) === 0;

const unless = (missing: number, value: number): number => (value === missing ? Number.NaN : value);

/**
 * The number at an offset.
 *
 * @returns NaN where it is the value that means missing in its type, and for types that hold no number Kneewise uses
 * (strings, 64-bit whole numbers).
 */
export function readFitNumber(view: DataView, at: number, type: number, littleEndian: boolean): number {
  switch (type) {
    case FIT_TYPE.enum:
    case FIT_TYPE.uint8:
    case FIT_TYPE.byte:
      return unless(0xff, view.getUint8(at));
    case FIT_TYPE.sint8:
      return unless(0x7f, view.getInt8(at));
    case FIT_TYPE.uint8z:
      return unless(0, view.getUint8(at));
    case FIT_TYPE.sint16:
      return unless(0x7fff, view.getInt16(at, littleEndian));
    case FIT_TYPE.uint16:
      return unless(0xffff, view.getUint16(at, littleEndian));
    case FIT_TYPE.uint16z:
      return unless(0, view.getUint16(at, littleEndian));
    case FIT_TYPE.sint32:
      return unless(0x7fff_ffff, view.getInt32(at, littleEndian));
    case FIT_TYPE.uint32:
      return unless(0xffff_ffff, view.getUint32(at, littleEndian));
    case FIT_TYPE.uint32z:
      return unless(0, view.getUint32(at, littleEndian));
    case FIT_TYPE.float32:
      return view.getFloat32(at, littleEndian);
    case FIT_TYPE.float64:
      return view.getFloat64(at, littleEndian);
    default:
      return Number.NaN;
  }
}
