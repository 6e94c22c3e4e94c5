/**
 * How one column of a track is kept: numbers that are whole multiples of a step become whole numbers, and of these the
 * growth from one to the next, in the narrowest type that holds it. Nothing is lost: a column that does not come back to
 * the bit is kept as it is.
 */

/** A column as it is kept. */
export type PackedColumn =
  | Float64Array
  /** The same number throughout; NaN where all of it is missing. */
  | { readonly length: number; readonly value: number }
  /** Whole numbers by their growth from the first one; the least number of the type stands for NaN, over which the last one stays. */
  | { readonly step: number; readonly first: number; readonly growth: Int8Array | Int16Array | Int32Array };

type Growth = Extract<PackedColumn, { growth: unknown }>['growth'];

/** A value is whole × times ÷ parts: the steps of watches and of the track's rounding, the commonest first. */
const STEPS: readonly { readonly times: number; readonly parts: number }[] = [
  { times: 1, parts: 1 },
  { times: 1, parts: 1000 },
  { times: 1, parts: 10_000 },
  { times: 1, parts: 64 },
  { times: 1, parts: 10 },
  { times: 1, parts: 100 },
  // Semicircles of FIT, and the decimals of degrees in GPX.
  { times: 180 / 2 ** 31, parts: 1 },
  { times: 1, parts: 1e7 },
  { times: 1, parts: 256 },
];

/** Whole numbers are of 32 bits; their growth may wrap round, and wraps back where it is added up. */
const MOST_WHOLE = 2 ** 31 - 1;
const TYPES = [
  { array: Int8Array, missing: -(2 ** 7) },
  { array: Int16Array, missing: -(2 ** 15) },
  { array: Int32Array, missing: -(2 ** 31) },
] as const;
const MISSING: Readonly<Record<number, number>> = Object.fromEntries(
  TYPES.map(({ array, missing }) => [array.BYTES_PER_ELEMENT, missing]),
);

/** Room for the growth of one column: a track has a dozen, and to make and clean up room for each takes long. */
let scratch = new Int32Array(0);

/** Packs a column; the values of what comes back by {@link unpackColumn} are the same to the bit. */
export function packColumn(column: Float64Array): PackedColumn {
  if (isConstant(column)) return { length: column.length, value: column[0] ?? Number.NaN };
  const start = column.findIndex((value) => !Number.isNaN(value));
  if (scratch.length < column.length) scratch = new Int32Array(column.length);
  const growth = scratch.subarray(0, column.length);
  for (const [step, { times, parts }] of STEPS.entries()) {
    const first = Math.round(((column[start] as number) * parts) / times);
    const widest = fillGrowth(column, first, growth, times, parts);
    if (widest !== null) return { step, first, growth: narrowed(column, growth, widest) };
  }
  return column;
}

function isConstant(column: Float64Array): boolean {
  const first = column[0] as number;
  for (let i = 1; i < column.length; i++) if (!Object.is(column[i], first)) return false;
  return true;
}

/** Fills the growth of the whole numbers; the widest of it, or null where a value is no multiple of the step. */
function fillGrowth(
  column: Float64Array,
  first: number,
  growth: Int32Array,
  times: number,
  parts: number,
): number | null {
  let last = first;
  let widest = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    const whole = Math.round((value * parts) / times);
    // Minus zero would come back as zero.
    const isSame = (whole * times) / parts === value && (value !== 0 || !Object.is(value, -0));
    if (!isSame || Math.abs(whole) > MOST_WHOLE) return null;
    const more = (whole - last) | 0;
    growth[i] = more;
    widest = Math.max(widest, Math.abs(more));
    last = whole;
  }
  return widest < -TYPES[2].missing ? widest : null;
}

/** Growth in the narrowest type that holds it, with what is missing marked. */
function narrowed(column: Float64Array, growth: Int32Array, widest: number): Growth {
  const { array, missing } = TYPES.find((type) => widest < -type.missing) ?? TYPES[2];
  const narrow = new array(growth);
  for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i] as number)) narrow[i] = missing;
  return narrow;
}

/** The column that {@link packColumn} packed. */
export function unpackColumn(packed: PackedColumn): Float64Array {
  if (packed instanceof Float64Array) return packed;
  if ('value' in packed) return new Float64Array(packed.length).fill(packed.value);
  const { step, first, growth } = packed;
  const { times, parts } = STEPS[step] ?? { times: Number.NaN, parts: Number.NaN };
  const missing = MISSING[growth.BYTES_PER_ELEMENT];
  const column = new Float64Array(growth.length);
  let whole = first;
  for (let i = 0; i < growth.length; i++) {
    const more = growth[i] as number;
    if (more === missing) column[i] = Number.NaN;
    else {
      whole = (whole + more) | 0;
      column[i] = (whole * times) / parts;
    }
  }
  return column;
}
