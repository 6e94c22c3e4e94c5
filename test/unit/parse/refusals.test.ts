import { describe, expect, it } from 'vitest';
import { concat } from '../../../fixtures/broken/fixture.ts';
import { MAX_FIT_BYTES, MAX_SAMPLES, MAX_XML_BYTES } from '../../../src/parse/limits.ts';
import { parse } from '../../../src/parse/parse.ts';
import { parseOrThrow } from '../../support/fixtures.ts';
import { SmallFit, SPORT } from '../../support/small-fit.ts';
import { gpx, gpxRun, trackPoints, utf8 } from '../../support/small-xml.ts';

const codeOf = (bytes: Uint8Array): string => {
  const result = parse(bytes);
  return result.ok ? 'read' : result.error.code;
};
const warningsOf = (bytes: Uint8Array): string[] => parseOrThrow(bytes).warnings.map(({ code }) => code);
const fit = new SmallFit().fileId().run(0, 300).session(0, 300, SPORT.running).bytes();

/** A FIT header with a size, and room for what follows. */
function fitHeader(size: number): Uint8Array {
  const header = Uint8Array.from([12, 0x20, 0, 0, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54]);
  new DataView(header.buffer).setUint32(4, size, true);
  return header;
}

describe('hostile files', () => {
  it('of too many bytes are refused without being read', () => {
    expect(codeOf(concat(fitHeader(100), new Uint8Array(MAX_FIT_BYTES)))).toBe('too-large');
    expect(codeOf(concat(utf8('<gpx>'), new Uint8Array(MAX_XML_BYTES)))).toBe('too-large');
  });

  it('of too many two-byte records are refused before they are decoded', () => {
    const emptyRecords = Uint8Array.from([0x40, 0, 0, 20, 0, 1, 3, 1, 2]);
    const body = new Uint8Array(2 * (MAX_SAMPLES + 1));
    expect(codeOf(concat(fitHeader(emptyRecords.length + body.length), emptyRecords, body))).toBe('too-large');
  });

  it('of nothing but headers, each claiming the whole file, end soon', () => {
    const count = 200_000;
    const all = new Uint8Array(count * 12);
    for (let i = 0; i < count; i += 1) all.set(fitHeader(1_000_000), i * 12);
    expect(codeOf(all)).toBe('damaged-file');
  }, 5000);

  it('nested too deep are refused', () => {
    expect(codeOf(utf8(`<gpx>${'<a>'.repeat(100_000)}`))).toBe('too-large');
  });

  it('that define entities are refused', () => {
    const bomb = `<!DOCTYPE gpx [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>`;
    expect(codeOf(utf8(bomb + gpxRun(trackPoints(0, 9)).slice(38)))).toBe('damaged-file');
  });

  it.each([
    ['a comment without end', '<!--'],
    ['an attribute without end', '<gpx creator="'],
    ['a text without end', '<gpx>'],
    ['a declaration without end', '<!DOCTYPE gpx ['],
  ])(
    'of %s end soon',
    (_, start) => {
      const bytes = new Uint8Array(30_000_000).fill(0x78);
      bytes.set(utf8(start));
      expect(codeOf(bytes)).toBe('damaged-file');
    },
    10_000,
  );
});

describe('damaged FIT files', () => {
  it.each([0x00, 0x55, 0xa5, 0xff])(
    'with a hole full of %i are read before and behind it, and say how much was lost',
    (filling) => {
      const holed = fit.slice();
      holed.fill(filling, 1500, 1700);
      const { samples, warnings, deviceTotals } = parseOrThrow(holed);
      const count = (code: string) => warnings.find((warning) => warning.code === code)?.count ?? 0;
      // A record has nine bytes: 23 stood in the hole at most, and the one before it cannot be told from damage.
      expect(samples.length).toBeGreaterThanOrEqual(301 - 24);
      expect(count('damaged-part')).toBeGreaterThan(190);
      expect(count('damaged-part')).toBeLessThan(240);
      expect(count('time-lost')).toBe(301 - samples.length + 1);
      expect(samples.timeS.at(-1)).toBe(300);
      expect(deviceTotals).not.toBeNull();
    },
  );

  it('that leave no point are damaged, not empty', () => {
    const lost = fit.slice();
    lost.fill(0xff, 40, lost.length - 2);
    expect(codeOf(lost)).toBe('damaged-file');
  });

  it.each([
    ['header size', 0, 99],
    ['a letter of the signature', 9, 0x47],
    ['data size, too small', 5, 0x01],
    ['data size, too large', 7, 0x7f],
    ['header checksum', 12, 0x00],
  ])('with a wrong %s are read whole', (_, at, value) => {
    const wrong = fit.slice();
    wrong[at] = value;
    expect(parseOrThrow(wrong).samples.length).toBe(301);
  });
});

describe('damaged XML files', () => {
  const text = gpxRun(trackPoints(0, 300));

  it('that end in the middle are read so far, with a warning', () => {
    const bytes = utf8(text.slice(0, text.length / 2));
    expect(parseOrThrow(bytes).samples.length).toBeGreaterThan(140);
    expect(warningsOf(bytes)).toEqual(['cut-short']);
  });

  it('with a stray closing tag are read to the end, with a warning', () => {
    const at = text.indexOf('<trkpt', text.length / 2);
    const bytes = utf8(`${text.slice(0, at)}</nothing>${text.slice(at)}`);
    expect(parseOrThrow(bytes).samples.length).toBe(301);
    expect(warningsOf(bytes)).toContain('xml-damaged');
  });

  it('with a bare ampersand in a name are read', () => {
    const bytes = utf8(text.replace('<type>', '<name>Hills & dales</name><type>'));
    expect(parseOrThrow(bytes).samples.length).toBe(301);
    expect(warningsOf(bytes)).toEqual([]);
  });

  it('of another kind are told apart from runs', () => {
    expect(codeOf(utf8('<html><body/></html>'))).toBe('unknown-format');
    expect(codeOf(utf8('<'))).toBe('damaged-file');
    expect(codeOf(utf8(gpx('')))).toBe('no-samples');
  });
});

describe('encodings', () => {
  const points = gpxRun(trackPoints(0, 9)).slice('<?xml version="1.0" encoding="UTF-8"?>'.length);
  const creator = (bytes: Uint8Array) => parseOrThrow(bytes).device?.product;
  const named = points.replace('Some app', 'Läufer');

  it.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16le', []],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-16be', []],
  ])('%s with the mark %j is read', (encoding, mark) => {
    const units = Array.from(`<?xml version="1.0" encoding="UTF-16"?>${named}`, (letter) => letter.charCodeAt(0));
    const pair = (unit: number) => (encoding === 'utf-16le' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]);
    expect(creator(Uint8Array.from([...mark, ...units.flatMap(pair)]))).toBe('Läufer');
  });

  it('named in the declaration are followed', () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${named}`;
    expect(creator(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe('Läufer');
  });

  it('that are unknown are read as UTF-8 with a warning; 8-bit text that calls itself UTF-16 without', () => {
    const unknown = utf8(`<?xml version="1.0" encoding="klingon"?>${named}`);
    expect([creator(unknown), warningsOf(unknown)]).toEqual(['Läufer', ['encoding-assumed']]);
    const wrong = utf8(`<?xml version="1.0" encoding="UTF-16"?>${named}`);
    expect([creator(wrong), warningsOf(wrong)]).toEqual(['Läufer', []]);
  });

  it('stand behind marks and blanks', () => {
    expect(creator(utf8(`\uFEFF \r\n\t<?xml version="1.0"?>${named}`))).toBe('Läufer');
  });
});
