/** Colours and weights of a terminal page. */

/** How much a stretch loads the knee, from 0 (less than flat easy running) to 4. */
export type LoadLevel = 0 | 1 | 2 | 3 | 4;

/** Dresses text; leaves it as it is where the reader is no terminal. */
export interface Ink {
  bold(text: string): string;
  dim(text: string): string;
  /** The colour of a load level. */
  load(level: LoadLevel, text: string): string;
}

/** From the 256-colour table: light to dark in one hue direction, told apart by the colour-blind too. */
const LOAD_COLOURS = [109, 179, 173, 167, 125] as const;
const RESET = '\u001b[0m';

/** @param colour false gives plain text */
export function createInk(colour: boolean): Ink {
  const dress = (code: string) => (text: string) => (colour && text !== '' ? `\u001b[${code}m${text}${RESET}` : text);
  return {
    bold: dress('1'),
    dim: dress('2'),
    load: (level, text) => dress(`38;5;${LOAD_COLOURS[level]}`)(text),
  };
}
