/**
 * Plain words for kinds of FIT files whose name in the FIT profile says little, or that have none there: the numbers are named
 * as open programs that talk to Garmin watches have them.
 */
const KINDS: Readonly<Record<string, string>> = {
  '8': 'saved places',
  '44': 'training metrics',
  '49': 'sleep',
  '68': 'heart rate variability',
  monitoring_a: 'all-day activity',
  monitoring_b: 'all-day activity',
  monitoring_daily: 'all-day activity',
};

/**
 * The kind of a FIT file in plain words.
 *
 * @param type as the decoder gives it: the profile's name, or a number where the profile has none.
 */
export const fitKind = (type: unknown): string =>
  KINDS[String(type)] ?? (typeof type === 'string' ? type.replaceAll('_', ' ') : `number ${String(type)}`);
