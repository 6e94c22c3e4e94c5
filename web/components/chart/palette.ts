import type { Scheme } from '../../lib/load-ramp.ts';

/** Colours of a chart, taken from the page's own tokens so that both change together. */
export interface Palette {
  readonly scheme: Scheme;
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly distance: string;
  readonly cadence: string;
  readonly cadenceBand: string;
}

/** Reads the tokens as they are now; call again when the scheme changes. */
export function readPalette(scheme: Scheme): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    scheme,
    paper: token('--paper'),
    ink: token('--ink'),
    quiet: token('--quiet'),
    line: token('--line'),
    distance: token('--distance'),
    cadence: token('--cadence'),
    cadenceBand: token('--cadence-band'),
  };
}
