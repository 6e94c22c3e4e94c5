import { SaxesParser } from 'saxes';
import { MAX_XML_DEPTH, MAX_XML_ERRORS, MAX_XML_SILENCE, MAX_XML_TEXT } from './limits.ts';
import { PlainXml, type XmlName, type XmlSink } from './plain-xml.ts';
import { mendedText, utf8 } from './text-encoding.ts';
import type { Warnings } from './warnings.ts';
import { XmlAttributes, XmlText } from './xml-text.ts';

/**
 * What a reader of one XML format is told, by local names: prefixes and namespaces differ too much between exporters. What it
 * is told stands only until its method returns.
 */
export interface XmlReader {
  /** An element begins. */
  open(name: string, attributes: XmlAttributes, parent: string): void;
  /** An element ends; `text` is all text directly in it, trimmed. */
  close(name: string, text: XmlText, parent: string): void;
}

/** How a walk over XML ended: wholly, with broken rules on the way, before its end, or stopped. */
export type XmlEnd = 'whole' | 'damaged' | 'cut' | 'too-deep' | 'entities' | 'too-many';

/** Bytes that a whole parser reads before it is seen whether the plain reading can go on. */
const STRETCH_BYTES = 1 << 13;
const MORE = 0x3e;

/** Stops the parser from inside its handlers; never leaves this file. */
class Stop extends Error {
  readonly end: XmlEnd;
  constructor(end: XmlEnd) {
    super(end);
    this.end = end;
  }
}

/** Called with the local name of the root; null leaves the file. */
type ReaderOf = (root: string, attributes: XmlAttributes) => XmlReader | null;

/** The elements that are open, and the reader that is told of them. */
class Elements implements XmlSink {
  readonly open: XmlName[] = [];
  rootSeen = false;
  readonly #readerOf: ReaderOf;
  readonly #isFull: (elements: number) => boolean;
  #reader: XmlReader | null = null;
  #root = '';
  #count = 0;

  constructor(readerOf: ReaderOf, isFull: (elements: number) => boolean) {
    this.#readerOf = readerOf;
    this.#isFull = isFull;
  }

  begin(name: XmlName, attributes: XmlAttributes): void {
    if (this.open.length >= MAX_XML_DEPTH) throw new Stop('too-deep');
    this.#count += 1;
    if (this.#isFull(this.#count)) throw new Stop('too-many');
    // A stray closing tag closes everything; what comes behind it still belongs to the first root.
    if (!this.rootSeen) {
      this.#reader = this.#readerOf(name.local, attributes);
      this.rootSeen = true;
      this.#root = name.full;
    }
    if (!this.#reader) throw new Stop('whole');
    this.#reader.open(name.local, attributes, this.#innermost);
    this.open.push(name);
  }

  end(text: XmlText): void {
    const name = this.open.pop();
    if (name) this.#reader?.close(name.local, text, this.#innermost);
  }

  get #innermost(): string {
    return this.open[this.open.length - 1]?.local ?? '';
  }

  /** Tags that bring a whole parser to where this stands. */
  get wayHere(): string {
    if (!this.rootSeen) return '';
    return this.open.length === 0 ? `<${this.#root}/>` : this.open.map(({ full }) => `<${full}>`).join('');
  }
}

/** saxes, from one place in a file on. */
class WholeXml {
  readonly #decode = mendedText();
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  /** Text directly in each open element. */
  readonly #texts: string[];
  /** UTF-16 units given, and those up to the end of the last tag. */
  #given: number;
  #told: number;

  constructor(elements: Elements, nameOf: (full: string) => XmlName, onError: () => void) {
    const parser = this.#parser;
    const way = elements.wayHere;
    parser.write(way);
    this.#given = way.length;
    this.#told = way.length;
    this.#texts = elements.open.map(() => '');
    const addText = (piece: string): void => {
      const text = this.#texts.pop() ?? '';
      this.#texts.push(text.length + piece.length <= MAX_XML_TEXT ? text + piece : text);
    };
    parser.on('error', onError);
    parser.on('doctype', (doctype) => {
      if (doctype.includes('<!ENTITY')) throw new Stop('entities');
    });
    parser.on('opentag', (tag) => {
      this.#told = parser.position;
      elements.begin(nameOf(tag.name), XmlAttributes.of(tag.attributes));
      this.#texts.push('');
    });
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
      this.#told = parser.position;
      elements.end(XmlText.of(this.#texts.pop() ?? ''));
    });
  }

  /** Reads on from an offset in a file. @returns the offset behind what was read. */
  readFrom(at: number, file: Uint8Array): number {
    const most = at + STRETCH_BYTES;
    const more = file.lastIndexOf(MORE, most);
    const end = most >= file.length ? file.length : more >= at ? more + 1 : most;
    const text = this.#decode(file.subarray(at, end), end < file.length);
    this.#given += text.length;
    this.#parser.write(text);
    if (this.#given - this.#told > MAX_XML_SILENCE) throw new Stop('damaged');
    return end;
  }

  /** Whether a tag was the last thing given, and no text has begun: what comes next can be read without this parser. */
  get isBetween(): boolean {
    return this.#given === this.#told && this.#texts.every((text) => text.trim() === '');
  }

  close(): void {
    this.#parser.close();
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
  readerOf: ReaderOf,
  isFull: (elements: number) => boolean,
  warnings: Warnings,
): XmlEnd {
  const file = utf8(bytes, warnings);
  const elements = new Elements(readerOf, isFull);
  const plain = new PlainXml(file, elements);
  let errors = 0;
  const onError = (): void => {
    errors += 1;
    if (errors > MAX_XML_ERRORS) throw new Stop('damaged');
  };
  const wholly = (): WholeXml => new WholeXml(elements, (full) => plain.name(full), onError);
  let parser: WholeXml | null = null;
  try {
    for (let at = plain.read(0); at < file.length; ) {
      parser ??= wholly();
      at = parser.readFrom(at, file);
      if (!parser.isBetween) continue;
      parser = null;
      at = plain.read(at);
    }
    if (elements.open.length > 0) return 'cut';
    // A file without any element is for a whole parser to judge.
    if (parser || !elements.rootSeen) (parser ?? wholly()).close();
  } catch (stop) {
    if (stop instanceof Stop) return stop.end;
    throw stop;
  }
  return errors > 0 ? 'damaged' : 'whole';
}
