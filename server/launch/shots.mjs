/** `npm run shots [folder]`: pictures of every page at three widths, light and dark, for looking at. */
import { ensureBuilt } from './build.mjs';
import { runBundled } from './bundled.mjs';

await ensureBuilt();
await runBundled(['test/shots/vite.config.ts'], 'dist/shots/shots.js');
