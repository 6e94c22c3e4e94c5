/** What FIT writes for a maker without a name of its own. */
const NO_MAKER = 'development';
/** Numbers of one very device, and addresses of a program: nothing that a reader, or a stranger with the shared report, needs. */
const TAIL = /\s*(?:\(.*\)|- (?:https?:|www\.).*)$/;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A recording device as people call it: `Garmin Fenix 6 S` for `garmin Fenix 6 S`, `Suunto 9` for `suunto Suunto 9`. */
export function deviceName(device: string | null): string | null {
  if (device === null) return null;
  const [maker = '', ...rest] = device.replace(TAIL, '').split(' ');
  const product = rest.join(' ');
  const isDoubled = maker === NO_MAKER || product.toLowerCase().startsWith(maker.toLowerCase());
  return product !== '' && isDoubled ? product : [capital(maker), ...rest].join(' ');
}
