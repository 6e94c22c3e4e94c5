/** What the libraries under our parsers take alone, with nobody to listen to what they find. */
import FitParser from 'fit-file-parser';
import { SaxesParser } from 'saxes';

/** Bytes decoded and handed on at a time, as our own reader of XML does it. */
const CHUNK_BYTES = 1 << 16;

/** Decodes FIT, or reads XML through, by the library alone. */
export function decodeBare(bytes: Uint8Array, name: string): void {
  if (name.endsWith('.fit')) {
    new FitParser({ force: false, mode: 'list' }).parse(bytes.slice().buffer, (error) => {
      if (error) throw new Error(String(error));
    });
    return;
  }
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
  }
  parser.close();
}
