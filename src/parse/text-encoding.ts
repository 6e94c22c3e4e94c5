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

/**
 * Opens bytes as text: encoding by byte order mark, bytes or XML declaration, else UTF-8. Broken sequences become U+FFFD,
 * bare ampersands are written as XML demands.
 *
 * @returns a function that decodes chunk after chunk; blanks before the first character are dropped, because an XML
 *   declaration must stand first and some exporters write blanks before it.
 */
export function openText(bytes: Uint8Array, warnings: Warnings): (chunk: Uint8Array, more: boolean) => string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(byBytes(bytes) ?? declared(bytes));
  } catch {
    warnings.add('encoding-assumed');
    decoder = new TextDecoder('utf-8');
  }
  let started = false;
  let held = '';
  return (chunk, more) => {
    const decoded = held + decoder.decode(chunk, { stream: more });
    const text = started ? decoded : decoded.trimStart();
    started ||= text !== '';
    const cut = more ? entityCut(text) : text.length;
    held = text.slice(cut);
    const whole = text.slice(0, cut);
    return whole.includes('&') ? whole.replace(BARE_AMPERSAND, '&amp;') : whole;
  };
}
