/** What is read of XML without a whole parser is what that parser reads, errors included, whatever the text and its pieces. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';
import { MAX_XML_ERRORS } from '../../src/parse/limits.ts';
import { PlainXml, type XmlName, type XmlSink } from '../../src/parse/plain-xml.ts';
import { Warnings } from '../../src/parse/warnings.ts';
import { readXml, type XmlEnd, type XmlReader } from '../../src/parse/xml-events.ts';
import type { XmlAttributes, XmlText } from '../../src/parse/xml-text.ts';
import { hasRealData, readRealFile, realDataIndex } from '../support/real-data.ts';

/** Attributes that are asked for. */
const ASKED = ['creator', 'version', 'lat', 'lon', 'x', 'c', 'd', 'text'];
const lineOf = (element: string, get: (attribute: string) => string | undefined): string =>
  `<${element} ${ASKED.map((attribute) => get(attribute)?.trim() ?? '-').join('|')}`;

/** What a reader is told, one line each. */
class Told implements XmlReader {
  readonly lines: string[] = [];

  open(name: string, attributes: XmlAttributes, parent: string): void {
    this.lines.push(`${parent} ${lineOf(name, (asked) => attributes.get(asked)?.toString())}`);
  }

  close(name: string, text: XmlText, parent: string): void {
    this.lines.push(`${parent} ${name}> ${text}`);
  }
}

interface Read {
  readonly lines: readonly string[];
  readonly end: XmlEnd;
}

/** The same, by a whole parser alone. */
function byWholeParser(text: string): Read & { errors: number } {
  const lines: string[] = [];
  const names: string[] = [];
  const texts: string[] = [];
  let errors = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const addText = (piece: string): void => {
    texts.push((texts.pop() ?? '') + piece);
  };
  parser.on('error', () => {
    errors += 1;
  });
  parser.on('opentag', (tag) => {
    const values = tag.attributes as Record<string, string>;
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    lines.push(`${names.at(-1) ?? ''} ${lineOf(name, (asked) => values[asked])}`);
    names.push(name);
    texts.push('');
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const name = names.pop();
    lines.push(`${names.at(-1) ?? ''} ${name}> ${(texts.pop() ?? '').trim()}`);
  });
  parser.write(text);
  if (names.length > 0) return { lines, end: 'cut', errors };
  parser.close();
  return { lines, end: errors > 0 ? 'damaged' : 'whole', errors };
}

function byBoth(bytes: Uint8Array): Read {
  const told = new Told();
  const end = readXml(
    bytes,
    () => told,
    () => false,
    new Warnings(),
  );
  return { lines: told.lines, end };
}

/** The part of a file that is read before a whole parser is needed. */
function plainShare(bytes: Uint8Array): number {
  const open: XmlName[] = [];
  const sink: XmlSink = {
    open,
    get rootSeen() {
      return seen;
    },
    begin: (name) => {
      seen = true;
      open.push(name);
    },
    end: () => open.pop(),
  };
  let seen = false;
  return new PlainXml(bytes, sink).read(0) / bytes.length;
}

const mend = (text: string): string => text.replace(/&(?![a-z_][\w.-]*;|#\d+;|#x[\da-f]+;)/gi, '&amp;');

function mustAgree(text: string): void {
  // The mark says that this is UTF-8, whatever the file was declared as.
  const { lines, end } = byBoth(new TextEncoder().encode(`\ufeff${text}`));
  const whole = byWholeParser(mend(text));
  const isStopped = end === 'entities' || end === 'too-deep' || whole.errors > MAX_XML_ERRORS;
  const expected = isStopped
    ? { lines: whole.lines.slice(0, lines.length), end }
    : { lines: whole.lines, end: whole.end };
  expect({ lines, end }).toEqual(expected);
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

/** Elements enough that a whole parser reads more than one stretch. */
const MANY = Array.from({ length: 400 }, (_, i) => `<wpt lat="${i}"><name>place ${i}</name></wpt>\n`).join('');

describe('XML in plain pieces', () => {
  it('is read as by a whole parser wherever marks are put in or taken out', () => {
    const long = SMALL.replace('</gpx>', `${MANY}</gpx>`);
    const places = (text: string) =>
      fc.array(fc.record({ at: fc.nat(text.length), cut: fc.nat(3), put: fc.constantFrom('', ...MARKS) }), {
        minLength: 1,
        maxLength: 4,
      });
    for (const [whole, numRuns] of [
      [SMALL, 3000],
      [long, 500],
    ] as const) {
      fc.assert(
        fc.property(places(whole), (edits) => {
          let text: string = whole;
          for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut);
          mustAgree(text.trimStart());
        }),
        { numRuns },
      );
    }
  });

  it('goes on without a whole parser behind what needed one', () => {
    const odd = SMALL.replace('<trkseg>', '<!-- a comment --><trkseg>').replace('</gpx>', `${MANY}</gpx>`);
    const names: string[] = [];
    const bytes = new TextEncoder().encode(odd);
    const before = SaxesParser.prototype.write;
    let given = 0;
    SaxesParser.prototype.write = function write(this: SaxesParser, chunk: string) {
      given += chunk?.length ?? 0;
      return before.call(this, chunk);
    };
    try {
      readXml(
        bytes,
        () => ({ open: (name) => names.push(name), close: () => undefined }),
        () => false,
        new Warnings(),
      );
    } finally {
      SaxesParser.prototype.write = before;
    }
    expect(names).toContain('wpt');
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(bytes.length * 0.6);
    mustAgree(odd);
  });

  it('needs no whole parser for what programs write', () => {
    for (const bytes of [writeGpx(SOUND), writeTcx(SOUND)]) {
      expect(plainShare(bytes)).toBeGreaterThan(0.999);
      mustAgree(textOf(bytes));
    }
  });

  it('is read as by a whole parser in broken files', () => {
    const broken = BROKEN.map((fixture) => textOf(fixture.bytes())).filter((text) => text.startsWith('<'));
    expect(broken.length).toBeGreaterThan(5);
    for (const text of broken) mustAgree(text);
  });

  it.skipIf(!hasRealData)(
    'is read as by a whole parser in real files, and without one in most',
    { timeout: 120_000 },
    () => {
      const files = realDataIndex().flatMap(({ path = '' }) =>
        /\.(gpx|tcx)$/i.test(path) ? [readRealFile(path)] : [],
      );
      const small = files.filter((bytes) => bytes.length < 3_000_000);
      for (const bytes of small) mustAgree(textOf(bytes));
      const shares = small.map(plainShare);
      expect(shares.filter((share) => share > 0.99).length / shares.length).toBeGreaterThan(0.5);
    },
  );
});
