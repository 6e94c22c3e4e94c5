/** The page's own report, drawn where no browser is. It is built beside the server and loaded when first wanted. */
import { pathToFileURL } from 'node:url';
import type { RenderReport } from '#contract/report-file';

/** @param script Absolute path of the built renderer. */
export async function loadRenderer(script: string): Promise<RenderReport> {
  const built = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as { renderReport: RenderReport };
  return built.renderReport;
}
