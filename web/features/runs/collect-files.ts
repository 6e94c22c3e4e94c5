import { detect } from '#core';

/** Watch files, of which the server says what is wrong where it is; and the lists of account exports, which name the runs. */
const SAYS_SO = /\.(fit|gpx|tcx|gz|zip)$|(^|\/)activities\.csv$|_summarizedActivities\.json$/i;
/** Bytes that tell what a file is; blanks may stand before the first mark of a text. */
const HEAD_BYTES = 512;

/** A file to send; `name` holds the folders that it was found in, from which the list of an account export names it. */
export interface FoundFile {
  readonly name: string;
  readonly file: File;
}

/** Files to send, and how many of a folder's files were left out. */
export interface Collected {
  readonly files: readonly FoundFile[];
  readonly leftAlone: number;
}

const readEntries = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

async function filesUnder(entry: FileSystemEntry): Promise<FoundFile[]> {
  if (entry.isFile) return [{ name: entry.fullPath.slice(1), file: await fileOf(entry as FileSystemFileEntry) }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FoundFile[] = [];
  // A reader hands out at most 100 entries a call and ends with an empty one.
  for (let batch = await readEntries(reader); batch.length > 0; batch = await readEntries(reader)) {
    for (const child of batch) found.push(...(await filesUnder(child)));
  }
  return found;
}

/** Files that were chosen one by one or as a folder. */
export const filesOf = (files: Iterable<File>): FoundFile[] =>
  Array.from(files, (file) => ({ name: file.webkitRelativePath || file.name, file }));

/** By its name or, whatever that is, by its first bytes. */
async function mayBeRecording({ name, file }: FoundFile): Promise<boolean> {
  if (SAYS_SO.test(name)) return true;
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer();
  return detect(new Uint8Array(head)) !== 'other';
}

/** Keeps what may be a recording of a folder's files; names and contents of the rest are never sent. */
export async function watchFilesOf(files: readonly FoundFile[]): Promise<Collected> {
  const kept: FoundFile[] = [];
  // One by one: a folder may hold thousands.
  for (const file of files) if (await mayBeRecording(file)) kept.push(file);
  return { files: kept, leftAlone: files.length - kept.length };
}

/**
 * What was dropped: single files all go (the server says why it refuses one), of folders only the watch files.
 *
 * @param transfer - of a drop event; must be read before the event ends, hence the entries are taken first
 */
export async function collectDropped(transfer: DataTransfer): Promise<Collected> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return { files: filesOf(transfer.files), leftAlone: 0 };
  const single = await Promise.all(entries.filter((entry) => entry.isFile).map(filesUnder));
  const folders = await Promise.all(entries.filter((entry) => entry.isDirectory).map(filesUnder));
  const fromFolders = await watchFilesOf(folders.flat());
  return { files: [...single.flat(), ...fromFolders.files], leftAlone: fromFolders.leftAlone };
}
