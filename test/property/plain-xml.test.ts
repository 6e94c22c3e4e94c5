/** What is read of XML without a whole parser is what that parser reads, errors included, whatever the text and its pieces. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';
import { PlainXml, type XmlSink } from '../../src/parse/plain-xml.ts';
import { hasRealData, readRealFile, realDataIndex } from '../support/real-data.ts';

/** What a reader is told, one line each; texts are trimmed and put together, as readers take them. */
class Told implements XmlSink {
  readonly lines: string[] = [];
  errors = 0;
  #text = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#endText();
    this.lines.push(`<${name} ${JSON.stringify({ ...attributes })}`);
  }

  text(piece: string): void {
    this.#text += piece;
  }

  close(): void {
    this.#endText();
    this.lines.push('>');
  }

  #endText(): void {
    const text = this.#text.trim();
    if (text !== '') this.lines.push(text);
    this.#text = '';
  }
}

function wholeParser(told: Told, wayHere = ''): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.write(wayHere);
  parser.on('error', () => {
    told.errors += 1;
  });
  parser.on('opentag', (tag) => told.open(tag.name, tag.attributes as Record<string, string>));
  parser.on('text', (text) => told.text(text));
  parser.on('cdata', (text) => told.text(text));
  parser.on('closetag', () => told.close());
  return parser;
}

function byWholeParser(text: string): Told {
  const told = new Told();
  wholeParser(told).write(text).close();
  return told;
}

/** In pieces of this length; `plain` is how many of the events came before the whole parser was needed. */
function byBoth(text: string, length: number): { told: Told; plain: number } {
  const told = new Told();
  const xml = new PlainXml(told);
  let at = 0;
  let goesOn = true;
  for (; goesOn && at < text.length; at += length) goesOn = xml.read(text.slice(at, at + length));
  const plain = told.lines.length;
  wholeParser(told, xml.wayHere).write(xml.rest).write(text.slice(at)).close();
  return { told, plain };
}

function mustAgree(text: string, length: number): number {
  const { told, plain } = byBoth(text, length);
  const expected = byWholeParser(text);
  expect(told.lines).toEqual(expected.lines);
  // One broken rule may count twice or once, by the place from which it is looked at.
  expect(told.errors > 0).toBe(expected.errors > 0);
  return plain / expected.lines.length;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trimStart();
const START = '<?xml version="1.0" encoding="UTF-8"?>\n<gpx creator="A \'watch\'" version = "1.1">';
const SMALL = `${START}\r\n <trk><name>Run [1] → ü</name><trkseg>\n<trkpt lat="1.5" lon='-2.25'><ele>3</ele><a:x/>\t<b:hr >80</b:hr ></trkpt></trkseg></trk>\n</gpx>\n`;
/** What is put into texts: marks of XML, whole and in halves, and what only looks harmless. */
const MARKS = [
  ...['<', '>', '&', '&amp;', '&nope;', '"', "'", '/', '=', ' ', '\t', '\r', '\r\n', ']', ']]>', '\u0001', '\ufffe'],
  ...['<!--', '-->', '<!-- a -->', '<![CDATA[', '<![CDATA[b]]>', '<?x', '?>', '<!DOCTYPE gpx>', '<a>', '</a>', '<a/>'],
  ...[
    '<é/>',
    'x="1"',
    ' lat="9"',
    ' c="a>b"',
    ' d="a\nb"',
    '</trkpt>',
    '<trkpt>',
    '</gpx>',
    '<gpx>',
    'text',
    '\u{1f3c3}',
  ],
];

describe('XML in plain pieces', () => {
  it('is read as by a whole parser wherever marks are put in or taken out', () => {
    const places = fc.array(
      fc.record({ at: fc.nat(SMALL.length), cut: fc.nat(3), put: fc.constantFrom('', ...MARKS) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 80 }), (edits, length) => {
        let text = SMALL;
        for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut);
        mustAgree(text.trimStart(), length);
      }),
      { numRuns: 4000 },
    );
  });

  it('needs no whole parser for what programs write', () => {
    expect(mustAgree(SMALL, 7)).toBeLessThan(1);
    for (const text of [writeGpx(SOUND), writeTcx(SOUND)]) expect(mustAgree(textOf(text), 1000)).toBe(1);
  });

  it('is read as by a whole parser in broken files', () => {
    const broken = BROKEN.map((fixture) => textOf(fixture.bytes())).filter((text) => text.startsWith('<'));
    expect(broken.length).toBeGreaterThan(5);
    for (const text of broken) for (const length of [1, 100, 65_536]) mustAgree(text, length);
  });

  it.skipIf(!hasRealData)(
    'is read as by a whole parser in real files, and without one in most',
    { timeout: 120_000 },
    () => {
      const files = realDataIndex().flatMap(({ path = '' }) =>
        /\.(gpx|tcx)$/i.test(path) ? [readRealFile(path)] : [],
      );
      const small = files.filter((bytes) => bytes.length < 3_000_000);
      const shares = small.map((bytes) => mustAgree(textOf(bytes), 65_536));
      expect(shares.filter((share) => share > 0.99).length / shares.length).toBeGreaterThan(0.5);
    },
  );
});
