/**
 * Reads the plain part of an XML file, which is nearly all of nearly every run: tags, attributes and texts without entities,
 * sections or comments. At the first thing that is not plain it stops for good and leaves the rest to a whole parser, which
 * would have read what came before in the same way (docs/adr/0009-plain-xml-without-a-parser.md).
 */

/** What is told of each element; names are as they stand in the file. */
export interface XmlSink {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(): void;
}

/** A tag, and the text before it, that does not end within so many characters is none that a run needs. It would be looked through at each chunk. */
const LONGEST_TAG = 10_000;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
/** A declaration that changes nothing in how the text behind it is read. */
const DECLARATION =
  /^<\?xml\s+version=(?:"1\.0"|'1\.0')(?:\s+encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;

const [LESS, MORE, SLASH, EQUALS, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x2f, 0x3d, 0x22, 0x27];
const [AMPERSAND, SPACE, TAB, NEWLINE, RETURN] = [0x26, 0x20, 0x09, 0x0a, 0x0d];
const FIRST_NONCHARACTER = 0xfffe;

const isBlank = (code: number): boolean => code === SPACE || code === NEWLINE || code === RETURN || code === TAB;
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
/** Letters, digits, and `:` `.` `-` `_`. */
const isInName = (code: number): boolean =>
  isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e;
/** What may stand in a text as it is, blanks aside. */
const isPlain = (code: number): boolean => code > SPACE && code !== AMPERSAND && code < FIRST_NONCHARACTER;
/** An error in a text, where no section is open. */
const SECTION_END = ']]>';

/** What is at a place: something plain that was read, the end of what has come so far, or something for a whole parser. */
type Found = 'read' | 'more' | 'other';

/** See the head of this file. Stateful: chunks are given one after the other. */
export class PlainXml {
  readonly #sink: XmlSink;
  /** Names of the open elements. */
  readonly #open: string[] = [];
  #root = '';
  #text = '';
  #at = 0;
  #atStart = true;

  constructor(sink: XmlSink) {
    this.#sink = sink;
  }

  /** Reads on. @returns whether all that was plain; nothing may be given after a false. */
  read(chunk: string): boolean {
    const { rest } = this;
    // Texts put together are slower to look into.
    this.#text = rest === '' ? chunk : rest + chunk;
    this.#at = 0;
    if (this.#atStart) {
      this.#at = DECLARATION.exec(this.#text)?.[0].length ?? 0;
      this.#atStart = false;
    }
    let found: Found = 'read';
    while (found === 'read') found = this.#next();
    return found === 'more' && this.#text.length - this.#at <= LONGEST_TAG;
  }

  /** What was given and not read. */
  get rest(): string {
    return this.#text.slice(this.#at);
  }

  /** Tags that bring a whole parser to where this one stands. */
  get wayHere(): string {
    if (this.#root === '') return '';
    return this.#open.length === 0 ? `<${this.#root}/>` : this.#open.map((name) => `<${name}>`).join('');
  }

  /** Reads the text before a tag, and the tag; all of both, or nothing. */
  #next(): Found {
    const text = this.#text;
    const less = text.indexOf('<', this.#at);
    if (less < 0) return 'more';
    let isBlankSoFar = true;
    for (let at = this.#at; at < less; at++) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) continue;
      if (!isPlain(code)) return 'other';
      isBlankSoFar = false;
    }
    const piece = isBlankSoFar ? '' : text.slice(this.#at, less);
    if (piece !== '' && (this.#open.length === 0 || piece.includes(SECTION_END))) return 'other';
    const first = text.charCodeAt(less + 1);
    if (first === SLASH) return this.#close(less, piece);
    if (isLetter(first)) return this.#begin(less, piece);
    return Number.isNaN(first) ? 'more' : 'other';
  }

  #tell(piece: string): void {
    if (piece !== '') this.#sink.text(piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece);
  }

  #close(less: number, piece: string): Found {
    const name = this.#open.at(-1);
    if (name === undefined) return 'other';
    const end = less + 2 + name.length;
    if (end >= this.#text.length) return 'more';
    if (!this.#text.startsWith(name, less + 2) || this.#text.charCodeAt(end) !== MORE) return 'other';
    this.#tell(piece);
    this.#at = end + 1;
    this.#open.pop();
    this.#sink.close();
    return 'read';
  }

  #begin(less: number, piece: string): Found {
    const text = this.#text;
    if (this.#root !== '' && this.#open.length === 0) return 'other';
    let at = less + 2;
    while (isInName(text.charCodeAt(at))) at++;
    const name = text.slice(less + 1, at);
    let attributes = NO_ATTRIBUTES;
    if (isBlank(text.charCodeAt(at))) {
      const found = attributesAt(text, at);
      if (typeof found === 'string') return found;
      attributes = found.attributes;
      at = found.end;
    }
    const isEmpty = text.charCodeAt(at) === SLASH;
    const end = isEmpty ? at + 1 : at;
    if (end >= text.length) return 'more';
    if (text.charCodeAt(end) !== MORE) return 'other';
    this.#tell(piece);
    this.#at = end + 1;
    this.#root ||= name;
    this.#sink.open(name, attributes);
    if (isEmpty) this.#sink.close();
    else this.#open.push(name);
    return 'read';
  }
}

interface Attributes {
  readonly attributes: Readonly<Record<string, string>>;
  /** Offset of what ends the tag. */
  readonly end: number;
}

/** The attributes from a blank in a tag on. */
function attributesAt(text: string, from: number): Attributes | 'more' | 'other' {
  const attributes: Record<string, string> = {};
  for (let at = from; ; ) {
    const start = at;
    while (isBlank(text.charCodeAt(at))) at++;
    if (at >= text.length) return 'more';
    const code = text.charCodeAt(at);
    if (code === MORE || code === SLASH) return { attributes, end: at };
    if (at === start || !isLetter(code)) return 'other';
    const nameFrom = at;
    while (isInName(text.charCodeAt(at))) at++;
    const name = text.slice(nameFrom, at);
    if (at + 1 >= text.length) return 'more';
    const quote = text.charCodeAt(at + 1);
    if (text.charCodeAt(at) !== EQUALS || (quote !== DOUBLE && quote !== SINGLE) || Object.hasOwn(attributes, name))
      return 'other';
    const end = valueEnd(text, at + 2, quote);
    if (typeof end === 'string') return end;
    attributes[name] = text.slice(at + 2, end);
    at = end + 1;
  }
}

/** Offset of the quote that ends a value; blanks other than spaces would be read as spaces, and `<` is an error. */
function valueEnd(text: string, from: number, quote: number): number | 'more' | 'other' {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code < SPACE || code === LESS || code === AMPERSAND || code >= FIRST_NONCHARACTER) return 'other';
  }
  return 'more';
}
