import { ok, type Result } from '../result.ts';
import type { Activity } from './activity.ts';
import { detect } from './detect.ts';
import { parseFit } from './fit.ts';
import { MAX_FIT_BYTES, MAX_XML_BYTES } from './limits.ts';
import type { ParseError } from './parse-error.ts';
import type { ParseOptions } from './parse-options.ts';
import { refuse, refuseNoSamples, refuseTooManyBytes } from './refuse.ts';
import { parseXml } from './xml.ts';

/**
 * Reads a watch file: FIT, GPX or TCX, told by content, never by name. The only stage that can fail.
 *
 * @param bytes the file as it is; unpacked.
 * @returns the runs that the device recorded, in order of time, at least one (a multisport file or an export of many
 *   holds several); or a refusal as data. Never throws for any bytes.
 */
export function parseAll(bytes: Uint8Array, options: ParseOptions = {}): Result<readonly Activity[], ParseError> {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty. Copy it from the watch or export it again.');
  switch (detect(bytes)) {
    case 'fit':
      if (bytes.length > MAX_FIT_BYTES) return refuseTooManyBytes(bytes.length, MAX_FIT_BYTES);
      return parseFit(bytes, options);
    case 'xml':
      if (bytes.length > MAX_XML_BYTES) return refuseTooManyBytes(bytes.length, MAX_XML_BYTES);
      return parseXml(bytes, options);
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

/** The first run of a file; see {@link parseAll}. */
export function parse(bytes: Uint8Array, options: ParseOptions = {}): Result<Activity, ParseError> {
  const all = parseAll(bytes, options);
  if (!all.ok) return all;
  const [first] = all.value;
  return first ? ok(first) : refuseNoSamples();
}
