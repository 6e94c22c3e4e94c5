import FitParser from 'fit-file-parser';
import type { Warnings } from './warnings.ts';

/** A decoded FIT message: names and values of the FIT profile, of no promised type. */
export type FitFields = Readonly<Record<string, unknown>>;

/** The messages of one piece that Kneewise needs. */
export interface FitMessages {
  readonly fileIds: readonly FitFields[];
  readonly sports: readonly FitFields[];
  readonly sessions: readonly FitFields[];
  readonly laps: readonly FitFields[];
  readonly records: readonly FitFields[];
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

function tryDecode(piece: ArrayBuffer, force: boolean): Readonly<Record<string, unknown>> | null {
  let found: Readonly<Record<string, unknown>> | null = null;
  try {
    // The parser calls back before it returns, and throws on some broken structures instead of calling back.
    new FitParser({ force, mode: 'list' }).parse(piece, (_error, data) => {
      found = (data as unknown as Readonly<Record<string, unknown>>) ?? null;
    });
  } catch {
    return null;
  }
  return found;
}

/**
 * Decodes one sound piece with `fit-file-parser`: strictly first, then leniently with a warning.
 *
 * @returns null where even that fails.
 */
export function decodeFit(piece: Uint8Array<ArrayBuffer>, warnings: Warnings): FitMessages | null {
  let data = tryDecode(piece.buffer, false);
  if (!data) {
    data = tryDecode(piece.buffer, true);
    if (data) warnings.add('decoded-leniently');
  }
  if (!data) return null;
  const messages = (data.messages ?? {}) as Readonly<Record<string, readonly FitFields[] | undefined>>;
  return {
    fileIds: messages.file_id ?? [],
    sports: messages.sport ?? [],
    sessions: messages.session ?? [],
    laps: messages.lap ?? [],
    records: messages.record ?? [],
    events: messages.event ?? [],
    devices: messages.device_info ?? [],
    creators: messages.file_creator ?? [],
  };
}
