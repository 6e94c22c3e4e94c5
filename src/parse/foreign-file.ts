/** What files are that are no FIT, GPX or TCX, so that the runner learns what went wrong. */

/** Bytes at the start by which other files are known. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF document. Export the recording itself as FIT, GPX or TCX.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture. Export the recording itself as FIT, GPX or TCX.'],
  [[0xff, 0xd8, 0xff], 'This is a picture. Export the recording itself as FIT, GPX or TCX.'],
  // AppleDouble: what macOS lays beside each file on disks of other systems, named ._ and the name of the file.
  [
    [0x00, 0x05, 0x16, 0x07],
    'This is a note that macOS keeps beside a file, not the file itself. Take the one without ._ in front of its name.',
  ],
];

/** Bytes that are looked at to tell text. */
const HEAD_BYTES = 2000;
const headOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD_BYTES));

const JSON_START = /^\uFEFF?\s*[{[]/;
/** Two lines with the same separator twice each. */
const TABLE_START = /^\uFEFF?[^\n]*([,;\t])[^\n]*\1[^\n]*\r?\n[^\n]*\1[^\n]*\1/;

/** How web pages begin, which are rarely sound XML. */
const WEB_PAGE_START = /^\uFEFF?\s*<(!doctype\s+html|html|head|body|script|meta)[\s>]/i;
const WEB_PAGE =
  'This is a web page, not a run: the download needed a login, or the link leads to a page. Log in and export the run again.';

/** Whether bytes that begin with markup are a web page. */
export const isWebPage = (bytes: Uint8Array): boolean => WEB_PAGE_START.test(headOf(bytes));

/** What bytes are that do not begin like any run, as sentences for the runner. */
export function foreignBytes(bytes: Uint8Array): string {
  const known = SIGNATURES.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (known) return known[1];
  const head = headOf(bytes);
  if (JSON_START.test(head)) {
    return 'This is a JSON file, such as account exports hold beside the recordings. Export the run itself as FIT, GPX or TCX.';
  }
  if (TABLE_START.test(head) && !head.includes('\0')) {
    return 'This is a table (CSV): it lists runs or laps but is no recording. Export the run itself as FIT, GPX or TCX.';
  }
  return 'This is neither FIT, GPX nor TCX by its content. Export the run as one of these.';
}

/** Longest name of a root element that is told. */
const LONGEST_NAME = 40;

/** What XML with a given root element is, as sentences for the runner. */
export function foreignXml(root: string): string {
  switch (root.toLowerCase()) {
    case 'html':
      return WEB_PAGE;
    case 'kml':
      return 'This is KML, a drawing on a map. Export the run as FIT, GPX or TCX.';
    case 'svg':
      return 'This is a picture (SVG). Export the recording itself as FIT, GPX or TCX.';
    default:
      return `This is XML, but neither GPX nor TCX: it begins with <${root.slice(0, LONGEST_NAME)}>. Export the run as one of these.`;
  }
}
