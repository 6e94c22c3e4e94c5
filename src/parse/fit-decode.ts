import FitParser from 'fit-file-parser';
import type { Warnings } from './warnings.ts';

/** A decoded FIT message: names and values of the FIT profile, of no promised type. */
export type FitFields = Readonly<Record<string, unknown>>;

/** The messages of a part besides its records, by their names in the FIT profile. */
export interface FitMessages {
  readonly fileIds: readonly FitFields[];
  readonly sports: readonly FitFields[];
  readonly sessions: readonly FitFields[];
  readonly laps: readonly FitFields[];
  readonly events: readonly FitFields[];
  readonly devices: readonly FitFields[];
  readonly creators: readonly FitFields[];
}

/** The number in a field, the first one where the device wrote a list; NaN where it is none. */
export function fitNumber(value: unknown): number {
  const single = Array.isArray(value) ? value.find((item) => typeof item === 'number') : value;
  return typeof single === 'number' ? single : Number.NaN;
}

/** The text in a field, null where it is empty or no text. */
export const fitText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Milliseconds since 1970 of a time field; NaN where it is none. */
export const fitTimeMs = (value: unknown): number => (value instanceof Date ? value.getTime() : Number.NaN);

type ByName = Readonly<Record<string, readonly FitFields[] | undefined>>;

function messagesOf(file: ArrayBuffer): ByName | null {
  let found: ByName | null = null;
  try {
    // The parser calls back before it returns, and throws on some broken structures instead of calling back.
    new FitParser({ force: false, mode: 'list' }).parse(file, (_error, data) => {
      found = (data?.messages as ByName | undefined) ?? null;
    });
  } catch {
    return null;
  }
  return found;
}

/**
 * Decodes a small sound file with `fit-file-parser`.
 *
 * @param file without records: an object for each would take most of the time and memory of reading.
 * @param warnings gets its bytes where it cannot be decoded.
 */
export function decodeFit(file: Uint8Array<ArrayBuffer>, warnings: Warnings): FitMessages {
  const messages = messagesOf(file.buffer);
  if (!messages) warnings.add('damaged-part', file.length);
  return {
    fileIds: messages?.file_id ?? [],
    sports: messages?.sport ?? [],
    sessions: messages?.session ?? [],
    laps: messages?.lap ?? [],
    events: messages?.event ?? [],
    devices: messages?.device_info ?? [],
    creators: messages?.file_creator ?? [],
  };
}
