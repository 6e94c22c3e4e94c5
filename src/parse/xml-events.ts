import { SaxesParser } from 'saxes';
import { MAX_XML_DEPTH, MAX_XML_ERRORS, MAX_XML_SILENCE, MAX_XML_TEXT } from './limits.ts';
import { PlainXml, type XmlSink } from './plain-xml.ts';
import { openText } from './text-encoding.ts';
import type { Warnings } from './warnings.ts';

/** What a reader of one XML format is told, by local names: prefixes and namespaces differ too much between exporters. */
export interface XmlReader {
  /** An element begins. */
  open(name: string, attributes: Readonly<Record<string, string>>, parent: string): void;
  /** An element ends; `text` is all text directly in it, trimmed. */
  close(name: string, text: string, parent: string): void;
}

/** How a walk over XML ended: wholly, with broken rules on the way, before its end, or stopped. */
export type XmlEnd = 'whole' | 'damaged' | 'cut' | 'too-deep' | 'entities' | 'too-many';

/** Bytes decoded at a time, so that a file of any length is read in bounded memory. */
const CHUNK_BYTES = 1 << 16;

const LESS = 0x3c;

/** Where the chunk from `at` on ends: before a tag where it can, which then need not be put together of two. */
function chunkEnd(bytes: Uint8Array, at: number): number {
  const most = at + CHUNK_BYTES;
  if (most >= bytes.length) return bytes.length;
  const less = bytes.lastIndexOf(LESS, most);
  return less > at ? less : most;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Stops the parser from inside its handlers; never leaves this file. */
class Stop extends Error {
  readonly end: XmlEnd;
  constructor(end: XmlEnd) {
    super(end);
    this.end = end;
  }
}

/**
 * Walks XML of any encoding and tells a reader of each element. Entities of the document are never expanded.
 *
 * @param bytes the file.
 * @param readerOf called with the local name of the root; null leaves the file.
 * @param isFull asked at each element, told how many there were; true stops.
 */
export function readXml(
  bytes: Uint8Array,
  readerOf: (root: string, attributes: Readonly<Record<string, string>>) => XmlReader | null,
  isFull: (elements: number) => boolean,
  warnings: Warnings,
): XmlEnd {
  // What is known of the innermost open element, and of those round it.
  let name = '';
  let text = '';
  const names: string[] = [];
  const texts: string[] = [];
  let reader: XmlReader | null = null;
  let rootSeen = false;
  let errors = 0;
  let elements = 0;
  let silence = 0;
  const sink: XmlSink = {
    open: (full, attributes) => {
      silence = 0;
      if (names.length >= MAX_XML_DEPTH) throw new Stop('too-deep');
      elements += 1;
      if (isFull(elements)) throw new Stop('too-many');
      const local = localName(full);
      // A stray closing tag closes everything; what comes behind it still belongs to the first root.
      if (!rootSeen) reader = readerOf(local, attributes);
      rootSeen = true;
      if (!reader) throw new Stop('whole');
      reader.open(local, attributes, name);
      names.push(name);
      texts.push(text);
      name = local;
      text = '';
    },
    text: (piece) => {
      if (text.length + piece.length <= MAX_XML_TEXT) text += piece;
    },
    close: () => {
      const [closed, whole] = [name, text.trim()];
      name = names.pop() ?? '';
      text = texts.pop() ?? '';
      reader?.close(closed, whole, name);
    },
  };
  const plain = new PlainXml(sink);
  let parser: SaxesParser | null = null;
  const goOnWholly = (): SaxesParser => {
    const whole = new SaxesParser({ xmlns: false, position: false });
    whole.write(plain.wayHere);
    whole.on('error', () => {
      errors += 1;
      if (errors > MAX_XML_ERRORS) throw new Stop('damaged');
    });
    whole.on('doctype', (doctype) => {
      if (doctype.includes('<!ENTITY')) throw new Stop('entities');
    });
    whole.on('opentag', (tag) => sink.open(tag.name, tag.attributes));
    whole.on('text', sink.text);
    whole.on('cdata', sink.text);
    whole.on('closetag', sink.close);
    whole.write(plain.rest);
    return whole;
  };
  try {
    const decode = openText(bytes, warnings);
    for (let at = 0, end = 0; at < bytes.length; at = end) {
      end = chunkEnd(bytes, at);
      const chunk = decode(bytes.subarray(at, end), end < bytes.length);
      silence += chunk.length;
      if (silence > MAX_XML_SILENCE) return 'damaged';
      if (chunk === '') continue;
      if (parser) parser.write(chunk);
      else if (!plain.read(chunk)) parser = goOnWholly();
    }
    if (!parser && (!rootSeen || plain.rest !== '')) parser = goOnWholly();
    if (names.length > 0) return 'cut';
    parser?.close();
  } catch (stop) {
    if (stop instanceof Stop) return stop.end;
    throw stop;
  }
  return errors > 0 ? 'damaged' : 'whole';
}
