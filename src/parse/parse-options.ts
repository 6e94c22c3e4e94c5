/** What the runner says of a file. */
export interface ParseOptions {
  /** It was a run, though the file names another sport or none: no verdict on sport or speed refuses it. */
  readonly treatAsRun?: boolean;
}
