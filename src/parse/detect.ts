/** What a file is by its first bytes, whatever its name says. */
export type Content = 'fit' | 'xml' | 'zip' | 'gzip' | 'other';

const FIT_HEADER_BYTES = 12;
/** Of the four letters `.FIT`; a single damaged one does not hide a file. Assumption. */
const ENOUGH_LETTERS = 3;
/** Blanks, NUL (UTF-16) and the byte order marks of UTF-8 and UTF-16 may stand before the first `<`. */
const BEFORE_MARKUP: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

function looksLikeFit(bytes: Uint8Array): boolean {
  if (bytes.length < FIT_HEADER_BYTES) return false;
  const letters = [0x2e, 0x46, 0x49, 0x54].filter((letter, i) => bytes[8 + i] === letter).length;
  return letters === 4 || (letters >= ENOUGH_LETTERS && (bytes[0] === 12 || bytes[0] === 14));
}

/** Tells the content by the first bytes. */
export function detect(bytes: Uint8Array): Content {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8 && (bytes[3] ?? 0) <= 8) return 'zip';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (looksLikeFit(bytes)) return 'fit';
  const first = bytes.find((byte) => !BEFORE_MARKUP.has(byte));
  return first === 0x3c ? 'xml' : 'other';
}
