/** ZIP archives for tests. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The bytes of a ZIP with these files, in this order. */
export function zipOf(
  files: Readonly<Record<string, Uint8Array>>,
  options: { readonly compress?: boolean; readonly forceZip64Format?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name, options);
  zip.end();
  return buffer(zip.outputStream);
}

/** The same ZIP with one name put in place of another of the same length, as no ZIP program would write it. */
export function withName(zip: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('a name can only be replaced by one as long');
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}
