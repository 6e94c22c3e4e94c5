import type { Result } from '../result.ts';
import type { Activity } from './activity.ts';
import { detect } from './detect.ts';
import { parseFit } from './fit.ts';
import { MAX_BYTES } from './limits.ts';
import type { ParseError } from './parse-error.ts';
import { refuse, refuseTooManyBytes } from './refuse.ts';
import { parseXml } from './xml.ts';

/**
 * Reads a watch file: FIT, GPX or TCX, told by content, never by name. The only stage that can fail.
 *
 * @param bytes the file as it is; unpacked.
 * @returns what the device recorded, or a refusal as data. Never throws for any bytes.
 */
export function parse(bytes: Uint8Array): Result<Activity, ParseError> {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty. Copy it from the watch or export it again.');
  if (bytes.length > MAX_BYTES) return refuseTooManyBytes(bytes.length);
  switch (detect(bytes)) {
    case 'fit':
      return parseFit(bytes);
    case 'xml':
      return parseXml(bytes);
    case 'zip':
    case 'gzip':
      return refuse(
        'archive',
        'This is a packed file (ZIP or gzip). Unpack it and import the FIT, GPX or TCX file inside.',
      );
    case 'other':
      return refuse(
        'unknown-format',
        'This is neither FIT, GPX nor TCX by its content. Export the run as one of these.',
      );
  }
}
