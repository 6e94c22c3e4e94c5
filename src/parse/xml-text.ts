import { type XmlTime, xmlNumber, xmlTime } from './xml-time.ts';

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const [ZERO, NINE, MINUS, POINT, COLON, LETTER_T, LETTER_Z] = [48, 57, 45, 46, 58, 84, 90];
/** Digits of which any whole number is exact, and with them its quotient by a power of ten. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, digits) => 10 ** digits);
/** Of 2026-05-04T06:30:00Z, and with thousandths. */
const [PLAIN_TIME, PLAIN_TIME_MS] = [20, 24];

/**
 * A text in a file, read as what it is needed as: most are numbers, and no string is made of those. It stands only until the
 * call that told it returns.
 */
export class XmlText {
  readonly #bytes: Uint8Array;
  #from = 0;
  #to = 0;

  /** @param bytes UTF-8; broken sequences are read as U+FFFD. Empty until it is set to a place in them. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  static of(text: string): XmlText {
    const bytes = ENCODER.encode(text);
    return new XmlText(bytes).set(0, bytes.length);
  }

  /** Goes to another place in the same bytes; blanks round it are left out. */
  set(from: number, to: number): this {
    const bytes = this.#bytes;
    let [first, last] = [from, to];
    while (first < last && isBlank(bytes[first] as number)) first++;
    while (first < last && isBlank(bytes[last - 1] as number)) last--;
    this.#from = first;
    this.#to = last;
    return this;
  }

  get isEmpty(): boolean {
    return this.#from === this.#to;
  }

  toString(): string {
    if (this.isEmpty) return '';
    const text = DECODER.decode(this.#bytes.subarray(this.#from, this.#to)).trim();
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /** As {@link xmlNumber}, of which those of few digits are read here at a fraction of the time. */
  number(): number {
    const bytes = this.#bytes;
    const isNegative = !this.isEmpty && bytes[this.#from] === MINUS;
    let whole = 0;
    let digits = 0;
    let decimalsFrom = -1;
    for (let at = isNegative ? this.#from + 1 : this.#from; at < this.#to; at++) {
      const code = bytes[at] as number;
      if (code >= ZERO && code <= NINE) {
        whole = whole * 10 + (code - ZERO);
        digits++;
      } else if (code === POINT && decimalsFrom < 0) decimalsFrom = digits;
      else return xmlNumber(this.toString());
    }
    if (digits === 0 || digits > EXACT_DIGITS) return xmlNumber(this.toString());
    const value = decimalsFrom < 0 ? whole : whole / (POWERS_OF_TEN[digits - decimalsFrom] as number);
    return isNegative ? -value : value;
  }

  /** As {@link xmlTime}, of which those as nearly every program writes them are read here at a fraction of the time. */
  time(): XmlTime {
    const ms = this.#plainTimeMs();
    return Number.isNaN(ms) ? xmlTime(this.toString()) : { ms, zoned: true };
  }

  /** Milliseconds since 1970; NaN where it is not written so. */
  #plainTimeMs(): number {
    const bytes = this.#bytes;
    const from = this.#from;
    const length = this.#to - from;
    const hasMs = length === PLAIN_TIME_MS && bytes[from + 19] === POINT;
    const isPlain =
      (hasMs || length === PLAIN_TIME) &&
      bytes[from + 4] === MINUS &&
      bytes[from + 7] === MINUS &&
      bytes[from + 10] === LETTER_T &&
      bytes[from + 13] === COLON &&
      bytes[from + 16] === COLON &&
      bytes[this.#to - 1] === LETTER_Z;
    if (!isPlain) return Number.NaN;
    const month = this.#digits(from + 5, 2) - 1;
    const ms = hasMs ? this.#digits(from + 20, 3) : 0;
    const [hour, minute, second] = [this.#digits(from + 11, 2), this.#digits(from + 14, 2), this.#digits(from + 17, 2)];
    return Date.UTC(this.#digits(from, 4), month, this.#digits(from + 8, 2), hour, minute, second, ms);
  }

  /** The whole number of so many digits; NaN where another character stands. */
  #digits(from: number, count: number): number {
    let whole = 0;
    for (let at = from; at < from + count; at++) {
      const digit = (this.#bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return Number.NaN;
      whole = whole * 10 + digit;
    }
    return whole;
  }
}

/** Attributes of one element that are kept apart; what programs write has up to ten. */
const MOST_ATTRIBUTES = 32;

/** The attributes of an element. They stand only until the call that told them returns. */
export class XmlAttributes {
  readonly #bytes: Uint8Array;
  readonly #value: XmlText;
  /** Of each attribute: where its name begins and ends, and where its value does. */
  readonly #places = new Uint32Array(MOST_ATTRIBUTES * 4);
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#value = new XmlText(bytes);
  }

  /** What is beyond {@link MOST_ATTRIBUTES} is left out. */
  static of(record: Readonly<Record<string, string>>): XmlAttributes {
    const parts = Object.entries(record).flatMap(([name, value]) => [ENCODER.encode(name), ENCODER.encode(value)]);
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    const own = new XmlAttributes(bytes);
    let at = 0;
    const put = (part: Uint8Array): number => {
      bytes.set(part, at);
      at += part.length;
      return at;
    };
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const from = at;
      const valueFrom = put(parts[i] as Uint8Array);
      own.add(from, valueFrom, valueFrom, put(parts[i + 1] as Uint8Array));
    }
    return own;
  }

  clear(): void {
    this.#count = 0;
  }

  /** @returns whether there was room, and no other of the name. */
  add(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): boolean {
    const places = this.#places;
    const end = this.#count * 4;
    if (end === places.length) return false;
    for (let place = 0; place < end; place += 4) if (this.#isSame(place, nameFrom, nameTo)) return false;
    places[end] = nameFrom;
    places[end + 1] = nameTo;
    places[end + 2] = valueFrom;
    places[end + 3] = valueTo;
    this.#count += 1;
    return true;
  }

  /** The value of an attribute with a name of ASCII letters; null where there is none. */
  get(name: string): XmlText | null {
    for (let place = 0; place < this.#count * 4; place += 4) {
      const [from, to] = [this.#places[place] as number, this.#places[place + 1] as number];
      let i = 0;
      while (i < name.length && this.#bytes[from + i] === name.charCodeAt(i)) i++;
      if (i === to - from && i === name.length)
        return this.#value.set(this.#places[place + 2] as number, this.#places[place + 3] as number);
    }
    return null;
  }

  /** As {@link XmlText.number}; NaN where there is none. */
  number(name: string): number {
    return this.get(name)?.number() ?? Number.NaN;
  }

  #isSame(place: number, nameFrom: number, nameTo: number): boolean {
    const from = this.#places[place] as number;
    if ((this.#places[place + 1] as number) - from !== nameTo - nameFrom) return false;
    let i = 0;
    while (nameFrom + i < nameTo && this.#bytes[from + i] === this.#bytes[nameFrom + i]) i++;
    return nameFrom + i === nameTo;
  }
}
