/** What a file may ask of the machine. All assumptions: far above any real run, low enough that a hostile file is harmless. */

/** Bytes of one file: 100 MB. The largest real run file known to us has 3 MB as FIT and 50 MB as GPX. */
export const MAX_BYTES = 100_000_000;

/** Points of one file: 23 days at one a second. */
export const MAX_SAMPLES = 2_000_000;

/** FIT messages that are kept besides points (laps, events, sessions, descriptions). */
export const MAX_OTHER_MESSAGES = 200_000;

/** Recordings chained in one FIT file; real ones have up to 3. */
export const MAX_FIT_PARTS = 100;

/** Distinct developer fields of one file; real files have up to 40. */
export const MAX_DEVELOPER_FIELDS = 256;

/** Elements inside elements in GPX and TCX; real files have up to 12. */
export const MAX_XML_DEPTH = 100;

/** Broken rules of XML after which the rest of a file is left. */
export const MAX_XML_ERRORS = 1000;

/** UTF-16 units without any new element after which the rest of a file is left: a comment or text without end. */
export const MAX_XML_SILENCE = 4_000_000;

/** UTF-16 units of one XML text; longer ones (descriptions, embedded pictures) are dropped, never needed. */
export const MAX_XML_TEXT = 10_000;
