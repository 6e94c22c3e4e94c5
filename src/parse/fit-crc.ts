/** Bytes whose remainders are put together in one step. */
const STEP_BYTES = 8;

/** The remainder of one byte, or of a shorter remainder shifted through, under the reversed polynomial 0xA001 (CRC-16/ARC). */
function shiftedThrough(byte: number): number {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  return crc;
}

/** Remainders of all bytes, the checksum of the FIT protocol, and of the same bytes with one to seven zeros behind them. */
const [NONE, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN] = (() => {
  const none = Uint16Array.from({ length: 256 }, (_, byte) => shiftedThrough(byte));
  const behind = (zeros: number): Uint16Array =>
    zeros === 0 ? none : behind(zeros - 1).map((crc) => (crc >>> 8) ^ (none[crc & 0xff] as number));
  return [none, behind(1), behind(2), behind(3), behind(4), behind(5), behind(6), behind(7)] as const;
})();

/** FIT's checksum of `bytes[start, end)`: 16 bits. */
export function fitCrc(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  let i = start;
  for (; i + STEP_BYTES <= end; i += STEP_BYTES) {
    const low = (crc & 0xff) ^ (bytes[i] as number);
    const high = (crc >>> 8) ^ (bytes[i + 1] as number);
    crc =
      (SEVEN[low] as number) ^
      (SIX[high] as number) ^
      (FIVE[bytes[i + 2] as number] as number) ^
      (FOUR[bytes[i + 3] as number] as number) ^
      (THREE[bytes[i + 4] as number] as number) ^
      (TWO[bytes[i + 5] as number] as number) ^
      (ONE[bytes[i + 6] as number] as number) ^
      (NONE[bytes[i + 7] as number] as number);
  }
  for (; i < end; i += 1) crc = (crc >>> 8) ^ (NONE[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return crc;
}
