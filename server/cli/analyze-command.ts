import type { WriteStream } from 'node:tty';
import { UNKNOWN_PROFILE } from '#core';
import { analyzeFiles, type FileResult } from './analyze-files.ts';
import { groundOf } from './ground-of.ts';
import { createInk } from './page/ink.ts';
import { refusalPage, reportPage } from './page/report-page.ts';
import { readProfile } from './read-profile.ts';

/** What the user may choose. */
export interface AnalyzeOptions {
  readonly profile?: string;
  readonly json?: true;
  readonly asRun?: true;
}

/** The result as one line of JSON; what a reader of JSON gets is the report alone. */
function toJsonLine(result: FileResult): string {
  const { file, ok } = result;
  return `${JSON.stringify(ok ? { file, ok, report: result.report } : { file, ok, error: result.error })}\n`;
}

/** Shows how far the reading is, on a terminal only. */
function tellProgress(total: number): (done: number) => void {
  const { stderr } = process;
  if (!stderr.isTTY || total < 2) return () => {};
  return (done) => stderr.write(done < total ? `\rReading ${done} of ${total} …` : '\r\u001b[K');
}

/** Writes, and waits where the reader is slower than we are. */
const write = (out: NodeJS.WritableStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (out.write(text)) resolve();
    else out.once('drain', resolve);
  });

/**
 * `kneewise analyze`: reports on each run.
 *
 * @param dataFolder absolute path of the folder whose maps and terrain tell the ground; it need not exist
 * @param out where results go
 * @returns whether all files gave a report
 * @throws UsageError when the profile cannot be used
 */
export async function analyze(
  files: readonly string[],
  options: AnalyzeOptions,
  dataFolder: string,
  out: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY'>>,
): Promise<boolean> {
  const profile = options.profile === undefined ? UNKNOWN_PROFILE : await readProfile(options.profile, Date.now());
  const ink = createInk(out.isTTY === true && !process.env.NO_COLOR);
  const toPage = (result: FileResult) => (result.ok ? reportPage(result, ink) : refusalPage(result, ink));
  const analyzeWith = { profile, asRun: options.asRun ?? false, ...groundOf(dataFolder) };
  let allRead = true;
  for await (const result of analyzeFiles(files, analyzeWith, tellProgress(files.length))) {
    allRead &&= result.ok;
    await write(out, options.json ? toJsonLine(result) : toPage(result));
  }
  return allRead;
}
