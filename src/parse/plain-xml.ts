/**
 * Reads the plain part of an XML file, which is nearly all of nearly every run: tags, attributes, and texts that no other
 * element stands behind, without entities, sections or comments. It stops at the first thing that is not plain, and leaves
 * that to a whole parser, which would have read what came before in the same way
 * (docs/adr/0009-plain-xml-without-a-parser.md).
 */
import { XmlAttributes, XmlText } from './xml-text.ts';

/** The name of an element as it stands in the file, and without its prefix: these differ too much between exporters. */
export interface XmlName {
  readonly full: string;
  readonly local: string;
  /** The full one as UTF-8. */
  readonly bytes: Uint8Array;
  /** What began behind it the last time: most files say the same again and again. */
  next: XmlName | null;
}

/** Who is told of each element, and keeps those that are open. */
export interface XmlSink {
  /** Names of the open elements, the innermost last. */
  readonly open: readonly XmlName[];
  /** Whether the root has begun. */
  readonly rootSeen: boolean;
  begin(name: XmlName, attributes: XmlAttributes): void;
  /** @param text what stands directly in the element. */
  end(text: XmlText): void;
}

/** A tag, with the text before it, that does not end within so many bytes is none that a run needs. */
const LONGEST_TAG = 10_000;
/** Names that are remembered; no exporter has nearly as many. */
const MOST_NAMES = 200;
/** Bytes at the start in which the declaration of XML stands. */
const HEAD_BYTES = 200;
/** A declaration that changes nothing in how the text behind it is read. */
const DECLARATION =
  /^<\?xml\s+version=(?:"1\.0"|'1\.0')(?:\s+encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;

const [LESS, MORE, SLASH, EQUALS, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x2f, 0x3d, 0x22, 0x27];
const NO_MORE = -1;

/** What a byte may be: a blank, a first letter of a name, in a name, in the value of an attribute, in a text. */
const [BLANK, START, NAME, VALUE, TEXT] = [1, 2, 4, 8, 16];
/** For each byte. Brackets may end a section, where none is open, and 0xEF may begin what XML forbids: neither is plain. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  const blank = /[ \t\r\n]/.test(character) ? BLANK | TEXT : 0;
  const name = (/[A-Za-z_]/.test(character) ? START : 0) | (/[\w:.-]/.test(character) ? NAME : 0);
  return blank | name | (byte < 0x20 || /[<&\]\xef]/.test(character) ? 0 : VALUE | TEXT);
});

/** See the head of this file. */
export class PlainXml {
  readonly #bytes: Uint8Array;
  readonly #sink: XmlSink;
  readonly #attributes: XmlAttributes;
  readonly #text: XmlText;
  readonly #names = new Map<string, XmlName>();
  #last: XmlName | null = null;

  /** @param bytes UTF-8. */
  constructor(bytes: Uint8Array, sink: XmlSink) {
    this.#bytes = bytes;
    this.#sink = sink;
    this.#attributes = new XmlAttributes(bytes);
    this.#text = new XmlText(bytes);
  }

  /** Reads on from an offset between two things, where no open element has a text so far. @returns the offset of what is not plain, or of the end. */
  read(from: number): number {
    let at = from;
    if (from === 0) {
      const head = new TextDecoder('latin1').decode(this.#bytes.subarray(0, HEAD_BYTES));
      at = DECLARATION.exec(head)?.[0].length ?? 0;
    }
    for (let next = at; next !== NO_MORE; next = this.#next(at)) at = next;
    const end = this.#past(BLANK, at);
    return this.#sink.open.length === 0 && end === this.#bytes.length ? end : at;
  }

  /** The name of an element. */
  name(full: string): XmlName {
    const known = this.#names.get(full);
    if (known) return known;
    const name = { full, local: full.slice(full.indexOf(':') + 1), bytes: new TextEncoder().encode(full), next: null };
    if (this.#names.size < MOST_NAMES) this.#names.set(full, name);
    return name;
  }

  #is(kind: number, at: number): boolean {
    return at < this.#bytes.length && ((KINDS[this.#bytes[at] as number] as number) & kind) !== 0;
  }

  /** The first offset from here on of a byte that may not be this. */
  #past(kind: number, from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (at < bytes.length && ((KINDS[bytes[at] as number] as number) & kind) !== 0) at++;
    return at;
  }

  #isAt(name: XmlName, from: number): boolean {
    const [bytes, letters] = [this.#bytes, name.bytes];
    for (let i = 0; i < letters.length; i++) if (bytes[from + i] !== letters[i]) return false;
    return true;
  }

  /** Reads the text at an offset, and the tag behind it; all of both, or nothing. @returns the offset behind them. */
  #next(from: number): number {
    const bytes = this.#bytes;
    const textFrom = this.#past(BLANK, from);
    const at = this.#past(TEXT, textFrom);
    if (bytes[at] !== LESS || at - from > LONGEST_TAG) return NO_MORE;
    if (bytes[at + 1] !== SLASH) return at > textFrom ? NO_MORE : this.#begin(at + 1);
    return this.#end(at + 2, textFrom, at);
  }

  #end(from: number, textFrom: number, textTo: number): number {
    const name = this.#sink.open.at(-1);
    if (!name || !this.#isAt(name, from)) return NO_MORE;
    const at = this.#past(BLANK, from + name.bytes.length);
    if (this.#bytes[at] !== MORE) return NO_MORE;
    this.#sink.end(this.#text.set(textFrom, textTo));
    return at + 1;
  }

  #begin(from: number): number {
    const bytes = this.#bytes;
    const name = this.#sink.rootSeen && this.#sink.open.length === 0 ? null : this.#nameAt(from);
    if (!name) return NO_MORE;
    const tagEnd = this.#readAttributes(from + name.bytes.length);
    if (tagEnd === NO_MORE) return NO_MORE;
    const isEmpty = bytes[tagEnd] === SLASH;
    const at = isEmpty ? tagEnd + 1 : tagEnd;
    if (bytes[at] !== MORE || at - from > LONGEST_TAG) return NO_MORE;
    if (this.#last) this.#last.next = name;
    this.#last = name;
    this.#sink.begin(name, this.#attributes);
    if (isEmpty) this.#sink.end(this.#text.set(at, at));
    return at + 1;
  }

  #nameAt(from: number): XmlName | null {
    const guess = this.#last?.next;
    const end = from + (guess?.bytes.length ?? 0);
    if (guess && this.#isAt(guess, from) && !this.#is(NAME, end)) return guess;
    const to = this.#past(NAME, from);
    if (!this.#is(START, from) || to - from > LONGEST_TAG) return null;
    return this.name(String.fromCharCode(...this.#bytes.subarray(from, to)));
  }

  /** The attributes behind the name of a tag. @returns the offset of what ends the tag. */
  #readAttributes(from: number): number {
    const bytes = this.#bytes;
    this.#attributes.clear();
    for (let at = from; ; at++) {
      const nameFrom = this.#past(BLANK, at);
      const code = bytes[nameFrom];
      if (code === MORE || code === SLASH) return nameFrom;
      if (nameFrom === at || !this.#is(START, nameFrom)) return NO_MORE;
      const nameTo = this.#past(NAME, nameFrom);
      const quote = bytes[nameTo + 1];
      if (bytes[nameTo] !== EQUALS || (quote !== DOUBLE && quote !== SINGLE)) return NO_MORE;
      const valueFrom = nameTo + 2;
      at = valueFrom;
      while (bytes[at] !== quote && this.#is(VALUE, at)) at++;
      if (bytes[at] !== quote || !this.#attributes.add(nameFrom, nameTo, valueFrom, at)) return NO_MORE;
    }
  }
}
