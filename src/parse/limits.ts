/**
 * What a file may ask of the machine. All assumptions: above any real run, low enough that no file takes more than 2 s and
 * 500 MB (docs/methods/fuzzing.md).
 */

/** Bytes of a FIT file: 16 MB. The largest real run known to us has 3 MB. */
export const MAX_FIT_BYTES = 16_000_000;

/** Bytes of a GPX or TCX file: 64 MB. The largest real run known to us has 50 MB. */
export const MAX_XML_BYTES = 64_000_000;

/** Points of one file: 69 hours at one a second. The largest real run known to us has 225,000. */
export const MAX_SAMPLES = 250_000;

/** Runs of one file. */
export const MAX_RUNS = 500;

/** Values in the records of a FIT file: 24 in each of {@link MAX_SAMPLES} points. */
export const MAX_FIT_VALUES = 6_000_000;

/** Values in all its other messages: 100 in each of 5,000 laps and more. Each costs as much as ten in records. */
export const MAX_OTHER_FIT_VALUES = 500_000;

/** Messages of FIT that are kept besides points (laps, events, sessions, descriptions); laps, tracks and breaks of GPX and TCX. */
export const MAX_OTHER_MESSAGES = 50_000;

/** Recordings chained in one FIT file; real ones have up to 3. */
export const MAX_FIT_PARTS = 100;

/** Distinct developer fields of one file; real files have up to 40. */
export const MAX_DEVELOPER_FIELDS = 256;

/** Elements inside elements in GPX and TCX; real files have up to 12. */
export const MAX_XML_DEPTH = 100;

/** Elements of one GPX or TCX file. The largest real file known to us has 2.9 million, 13 for each point. */
export const MAX_XML_ELEMENTS = 3_000_000;

/** Elements of one GPX or TCX file beside {@link XML_ELEMENTS_A_POINT} for each point. */
export const MAX_XML_ELEMENTS_BESIDE_POINTS = 1_000_000;

/** Elements that points of real files have at the most, themselves included. */
export const XML_ELEMENTS_A_POINT = 16;

/** Broken rules of XML after which the rest of a file is left. */
export const MAX_XML_ERRORS = 1000;

/** UTF-16 units without any new element after which the rest of a file is left: a comment or text without end. */
export const MAX_XML_SILENCE = 4_000_000;

/** UTF-16 units of one XML text; longer ones (descriptions, embedded pictures) are dropped, never needed. */
export const MAX_XML_TEXT = 10_000;
