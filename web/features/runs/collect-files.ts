/** Kinds that the server reads; a folder holds much else, which is better not sent at all. */
const WATCH_FILE = /\.(fit|gpx|tcx|gz|zip)$|(^|\/)activities\.csv$/i;

/** Files to send, and how many of a folder's files were left out. */
export interface Collected {
  readonly files: readonly File[];
  readonly leftAlone: number;
}

const readEntries = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A reader hands out at most 100 entries a call and ends with an empty one.
  for (let batch = await readEntries(reader); batch.length > 0; batch = await readEntries(reader)) {
    for (const child of batch) found.push(...(await filesUnder(child)));
  }
  return found;
}

/** Keeps the watch files of a folder; names and contents of the rest are never sent. */
export function watchFilesOf(files: readonly File[]): Collected {
  const kept = files.filter((file) => WATCH_FILE.test(file.name));
  return { files: kept, leftAlone: files.length - kept.length };
}

/**
 * What was dropped: single files all go (the server says why it refuses one), of folders only the watch files.
 *
 * @param transfer - of a drop event; must be read before the event ends, hence the entries are taken first
 */
export async function collectDropped(transfer: DataTransfer): Promise<Collected> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return { files: Array.from(transfer.files), leftAlone: 0 };
  const single = await Promise.all(entries.filter((entry) => entry.isFile).map(filesUnder));
  const folders = await Promise.all(entries.filter((entry) => entry.isDirectory).map(filesUnder));
  const fromFolders = watchFilesOf(folders.flat());
  return { files: [...single.flat(), ...fromFolders.files], leftAlone: fromFolders.leftAlone };
}
