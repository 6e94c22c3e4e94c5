/** Damage of every kind that a file may meet, and some that only malice would think of; the seed alone decides. */
import { FitEncoder } from 'fit-file-parser/encoder';
import { concat } from '../../fixtures/broken/fixture.ts';
import { mulberry32, type Random } from '../../fixtures/simulate/random.ts';
import type { FileFormat } from '../../src/parse/activity.ts';

/** Most changes to one file. */
const MOST_CHANGES = 6;
/** Longest block that is moved, repeated or overwritten, bytes. */
const LONGEST_BLOCK = 4000;

/** What a change has to work with. */
interface Tools {
  readonly random: Random;
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Another file of the corpus. */
  readonly other: () => Uint8Array;
}

type Change = (bytes: Uint8Array, tools: Tools) => Uint8Array;

function block(bytes: Uint8Array, { below }: Tools): { from: number; to: number } {
  const from = below(bytes.length + 1);
  return { from, to: Math.min(bytes.length, from + below(LONGEST_BLOCK)) };
}

const flip: Change = (bytes, { below }) => {
  const copy = bytes.slice();
  for (let i = below(8); i >= 0; i -= 1) copy[below(copy.length)] = below(256);
  return copy;
};
const cut: Change = (bytes, { below, random }) =>
  random() < 0.8 ? bytes.subarray(0, below(bytes.length)) : bytes.subarray(below(bytes.length));
const splice: Change = (bytes, { below, other }) => {
  const second = other();
  return concat(bytes.subarray(0, below(bytes.length)), second.subarray(below(second.length)));
};
const chain: Change = (bytes, { other }) => concat(bytes, other());
const repeat: Change = (bytes, tools) => {
  const { from, to } = block(bytes, tools);
  const times = 1 + tools.below(20);
  return concat(
    bytes.subarray(0, to),
    ...Array.from({ length: times }, () => bytes.subarray(from, to)),
    bytes.subarray(to),
  );
};
const remove: Change = (bytes, tools) => {
  const { from, to } = block(bytes, tools);
  return concat(bytes.subarray(0, from), bytes.subarray(to));
};
const fill: Change = (bytes, tools) => {
  const { from, to } = block(bytes, tools);
  const copy = bytes.slice();
  const byte = tools.pick([0x00, 0xff, 0x40, 0x3c, null]);
  for (let i = from; i < to; i += 1) copy[i] = byte ?? tools.below(256);
  return copy;
};
/** Numbers at the edges of their types, where sizes and counts stand. */
const number: Change = (bytes, { below, pick }) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const value = pick([0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]);
  const size = pick([1, 2, 4] as const);
  if (copy.length < size) return copy;
  const at = below(copy.length - size + 1);
  if (size === 1) view.setUint8(at, value & 0xff);
  else if (size === 2) view.setUint16(at, value & 0xffff, true);
  else view.setUint32(at, value, true);
  return copy;
};

const ANYWHERE: readonly Change[] = [flip, flip, cut, splice, chain, repeat, remove, fill, number, number];

/** The checksum is made right again, so that the reader takes what is odd for meant. */
const sign: Change = (bytes) => {
  if (bytes.length < 16) return bytes;
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(4, copy.length - 16, true);
  const crc = FitEncoder.calculateCRC(copy.subarray(0, -2));
  copy.set([crc & 0xff, crc >> 8], copy.length - 2);
  return copy;
};

const ODD_TEXTS = [
  ...[
    '',
    'NaN',
    '-1',
    '0',
    '1e308',
    '-1e308',
    '1e-300',
    '0x10',
    '999999999999',
    '٣',
    '1,5',
    ' 7 ',
    '∞',
    '--',
    '<![CDATA[5]]>',
  ],
  ...[
    '1970-01-01T00:00:00Z',
    '9999-12-31T23:59:60Z',
    '-0001-01-01T00:00:00Z',
    '2024-05-01T06:00:00+14:00',
    '&lt;',
    '&#0;',
    '&x;',
  ],
] as const;
const ODD_MARKUP = [
  ...[
    '<a>',
    '</a>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x?>',
    '<!DOCTYPE x>',
    '<x y="',
    '&',
    '<gpx>',
    '</gpx>',
    '<trk>',
  ],
  ...[
    '<trkseg/>',
    '<Lap StartTime="x">',
    '<Track>',
    '</Track>',
    '<Activity Sport="Running">',
    '<Extensions>',
    '\u0000',
  ],
] as const;

/** Changes to a text of markup; letters of other scripts do not matter here, so bytes are taken for letters. */
const onText =
  (change: (text: string, tools: Tools) => string): Change =>
  (bytes, tools) =>
    Uint8Array.from(change(Buffer.from(bytes).toString('latin1'), tools), (letter) => letter.charCodeAt(0) & 0xff);

/** One of the matches of a pattern, found from a random place on. */
function anyMatch(text: string, pattern: RegExp, { below }: Tools): RegExpExecArray | null {
  const global = new RegExp(pattern, 'g');
  global.lastIndex = below(text.length + 1);
  return global.exec(text) ?? new RegExp(pattern).exec(text);
}
const replaceMatch =
  (pattern: RegExp, by: (match: string, tools: Tools) => string): Change =>
  (bytes, tools) =>
    onText((text) => {
      const match = anyMatch(text, pattern, tools);
      if (!match) return text;
      return text.slice(0, match.index) + by(match[0], tools) + text.slice(match.index + match[0].length);
    })(bytes, tools);

const MARKUP: readonly Change[] = [
  replaceMatch(/>[^<>]{1,40}</, (_, { pick }) => `>${pick(ODD_TEXTS)}<`),
  replaceMatch(/"[^"<>]{0,40}"/, (_, { pick }) => `"${pick(ODD_TEXTS)}"`),
  replaceMatch(/<[^<>]{1,200}>/, () => ''),
  replaceMatch(/<[^<>]{1,200}>/, (tag, { below }) => tag.repeat(1 + below(30))),
  replaceMatch(/<(\w+)[^<>]*>[^<>]*<\/\1>/, (element, { below }) => element.repeat(below(30))),
  replaceMatch(/<\w+:?\w*/, (tag) => `${tag}x`),
  onText((text, { below, pick }) => {
    const at = below(text.length + 1);
    return text.slice(0, at) + pick(ODD_MARKUP).repeat(1 + below(50)) + text.slice(at);
  }),
];

/**
 * One damaged file.
 *
 * @param seed decides everything.
 */
export function mutated(format: FileFormat, corpus: readonly Uint8Array[], seed: number): Uint8Array {
  const random = mulberry32(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const tools: Tools = { random, below, pick, other: () => pick(corpus) };
  const changes = format === 'fit' ? ANYWHERE : [...ANYWHERE, ...MARKUP, ...MARKUP];
  let bytes = pick(corpus);
  for (let i = below(MOST_CHANGES); i >= 0 && bytes.length > 0; i -= 1) bytes = pick(changes)(bytes, tools);
  return format === 'fit' && random() < 0.4 ? sign(bytes, tools) : bytes;
}
