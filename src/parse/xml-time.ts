const PATTERN =
  /^(-?\d{4,6})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d?)(?::(\d\d?)(?:[.,](\d+))?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d)?)?$/i;
const MS_PER_MIN = 60_000;

/** A time as read: milliseconds since 1970 (NaN where it is none), and whether the text named its time zone. */
export interface XmlTime {
  readonly ms: number;
  readonly zoned: boolean;
}

/** Reads an XML date and time. Without a zone it is taken as UTC. */
export function xmlTime(text: string): XmlTime {
  const parts = PATTERN.exec(text);
  if (!parts) return { ms: Number.NaN, zoned: true };
  const [, year, month, day, hour, minute, second = '0', fraction = '0', utcSign, sign, hours, minutes = '0'] = parts;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const ms = local + Number(`0.${fraction}`) * 1000;
  if (sign === undefined) return { ms, zoned: utcSign !== undefined };
  const offsetMin = Number(hours) * 60 + Number(minutes);
  return { ms: ms - (sign === '-' ? -1 : 1) * offsetMin * MS_PER_MIN, zoned: true };
}

/** The number in a text, also with a decimal comma, as phones set to some languages write it; NaN where there is none. */
export function xmlNumber(text: string): number {
  const trimmed = text.trim();
  return trimmed ? Number(trimmed.replace(',', '.')) : Number.NaN;
}
