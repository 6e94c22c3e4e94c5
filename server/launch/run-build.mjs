/** `npm run build`: builds dist/ anew. */
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
await build();
