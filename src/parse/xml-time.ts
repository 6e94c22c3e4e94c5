const PATTERN = /^(-?\d{4,6})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const MS_PER_MIN = 60_000;

/** A time as read: milliseconds since 1970 (NaN where it is none), and whether the text named its time zone. */
export interface XmlTime {
  readonly ms: number;
  readonly zoned: boolean;
}

/** Reads an XML date and time. Without a zone it is taken as UTC. */
export function xmlTime(text: string): XmlTime {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = PATTERN.exec(text) ?? [];
  if (year === undefined) return { ms: Number.NaN, zoned: true };
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const ms = utc + Number(`0.${fraction}`) * 1000;
  if (zone === undefined || zone.toUpperCase() === 'Z') return { ms, zoned: zone !== undefined };
  const sign = zone.startsWith('-') ? -1 : 1;
  const offsetMin = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return { ms: ms - sign * offsetMin * MS_PER_MIN, zoned: true };
}

/** The number in a text; NaN for an empty text or none. */
export const xmlNumber = (text: string | undefined): number => (text ? Number(text) : Number.NaN);
