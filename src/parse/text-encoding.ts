import type { Warnings } from './warnings.ts';

/** Bytes at the start of a file in which its XML declaration stands. */
const DECLARATION_BYTES = 200;

/** Encoding by byte order mark or by where the NULs of the first character stand; null for 8-bit text without a mark. */
function byBytes(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (b === 0 && a !== 0 && a !== undefined) return 'utf-16le';
  if (a === 0 && b !== 0 && b !== undefined) return 'utf-16be';
  return null;
}

function declared(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const label = /encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // 8-bit text that calls itself UTF-16 was converted without its declaration.
  return label.startsWith('utf-16') ? 'utf-8' : label;
}

/** An ampersand that begins no entity: some exporters forget to write it as `&amp;` in a name. */
const BARE_AMPERSAND = /&(?![a-z_][\w.-]*;|#\d+;|#x[\da-f]+;)/gi;
/** Longest entity that may lie across two chunks, with its semicolon: `&#x10FFFF;`. */
const ENTITY_LENGTH = 10;

/** Where the chunk ends in what may be the start of an entity; its length where it does not. */
function entityCut(text: string): number {
  // Only the end is looked at: searching back through a chunk without any ampersand is slow.
  const tail = text.slice(-ENTITY_LENGTH);
  const at = tail.lastIndexOf('&');
  return at >= 0 && !tail.includes(';', at) ? text.length - tail.length + at : text.length;
}

const BLANKS_AND_MARK = [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf];
/** Bytes decoded at a time, so that texts of other encodings need little beside themselves. */
const CHUNK_BYTES = 1 << 16;

/** Text of another encoding, as UTF-8. */
function inUtf8(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    pieces.push(encoder.encode(decoder.decode(chunk, { stream: at + CHUNK_BYTES < bytes.length })));
  }
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * A text file as UTF-8: encoding by byte order mark, bytes or XML declaration, else UTF-8.
 *
 * @returns the file from its first character on, because an XML declaration must stand first and some exporters write a mark
 *   and blanks before it. UTF-8 is not copied, and may hold broken sequences.
 */
export function utf8(bytes: Uint8Array, warnings: Warnings): Uint8Array {
  let decoder = new TextDecoder('utf-8');
  try {
    decoder = new TextDecoder(byBytes(bytes) ?? declared(bytes));
  } catch {
    warnings.add('encoding-assumed');
  }
  const text = decoder.encoding === 'utf-8' ? bytes : inUtf8(bytes, decoder);
  let from = 0;
  while (from < text.length && BLANKS_AND_MARK.includes(text[from] as number)) from++;
  return text.subarray(from);
}

/**
 * Decodes UTF-8 piece after piece. Broken sequences become U+FFFD, bare ampersands are written as XML demands.
 */
export function mendedText(): (piece: Uint8Array, more: boolean) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let held = '';
  return (piece, more) => {
    const text = held + decoder.decode(piece, { stream: more });
    const cut = more ? entityCut(text) : text.length;
    held = text.slice(cut);
    const whole = text.slice(0, cut);
    return whole.includes('&') ? whole.replace(BARE_AMPERSAND, '&amp;') : whole;
  };
}
