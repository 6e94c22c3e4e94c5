/** Made-up watch files as a browser's file chooser takes them. */
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';

/** A file to choose or drop. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const chosen = (name: string, bytes: Uint8Array): ChosenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** Two flat kilometres as FIT. */
export const soundFit = (name = 'morning.fit'): ChosenFile => chosen(name, writeFit(SOUND));

/** The same way a day later as GPX. */
export const soundGpx = (name = 'evening.gpx'): ChosenFile =>
  chosen(name, writeGpx({ ...SOUND, startedAtMs: SOUND.startedAtMs + 24 * 3600 * 1000 }));

/** A swim, so many days after the run. */
export const swimFit = (name: string, daysLater: number): ChosenFile =>
  chosen(
    name,
    writeFit({ ...SOUND, sport: 'swimming', startedAtMs: SOUND.startedAtMs + daysLater * 24 * 3600 * 1000 }),
  );

/** Not a watch file at all. */
export const notAWatchFile = (name = 'shopping.gpx'): ChosenFile =>
  chosen(name, new TextEncoder().encode('milk, bread, plasters'));
